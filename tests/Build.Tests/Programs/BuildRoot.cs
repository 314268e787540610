using System.Diagnostics;
using System.Text;

namespace Build.Tests.Programs;

/// <summary>A temporary root in which a compiled build program is run as its users run it, in an environment of its own.</summary>
public sealed class BuildRoot : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    public BuildRoot(string program = "Build.Sample")
    {
        Program = FindProgram(program);
        Directory.CreateDirectory(At(".nuke"));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("build ").FullName; // the blank is on purpose: paths have blanks

    public string Program { get; set; }

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public BuildRoot Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }

    public ProgramRun Run(params string[] arguments) => RunWith([], arguments);

    public ProgramRun RunWith(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        return Finish(process);
    }

    /// <summary>Starts the program without waiting; its streams are redirected and it has no input.</summary>
    public Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        // Who runs the tests in the background may have ignored SIGINT, and a program inherits that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet", Program, .. arguments] : ["dotnet", Program, .. arguments];
        var startInfo = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        startInfo.Environment.Clear();
        startInfo.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        startInfo.Environment["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        startInfo.Environment["HOME"] = Root + "/home";
        startInfo.Environment["TERM"] = "dumb";
        foreach (var (key, value) in environment)
            startInfo.Environment[key] = value;
        var process = Process.Start(startInfo)!;
        process.StandardInput.Close();
        return process;
    }

    public static ProgramRun Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The build program did not end within {s_limit}. It wrote:\n{output.Result}{error.Result}");
        }
        return new ProgramRun(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    // artifacts/bin/<project>/<configuration>: the program stands beside these tests.
    private static string FindProgram(string name)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, $"{name}.dll");
    }
}
