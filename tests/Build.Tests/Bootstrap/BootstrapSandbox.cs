using System.Diagnostics;

namespace Build.Tests.Bootstrap;

/// <summary>
/// A temporary repository with the real bootstrap in it and a scripted <c>dotnet</c> that writes down how it was called:
/// each thing that build.sh decides shows in those calls.
/// </summary>
public sealed class BootstrapSandbox : IDisposable
{
    // What build.sh may use. The machine's own dotnet is not among them.
    private static readonly string[] s_tools =
        ["bash", "sh", "cat", "chmod", "cp", "cut", "date", "dirname", "find", "flock", "grep", "head", "mkdir", "mv", "paste", "rm", "sed", "sort", "tee", "timeout", "touch"];

    private readonly Dictionary<string, string> _environment = [];

    public BootstrapSandbox()
    {
        Root = Directory.CreateTempSubdirectory("bootstrap ").FullName; // the blank is on purpose: paths have blanks
        foreach (var file in new[] { "build.sh", "build.cmd", "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt" })
            Copy(file);
        foreach (var file in new[] { "_build.csproj", "Bootstrap.props", "Directory.Build.props", "bootstrap.lock.json" })
            Copy($"build/{file}");
        Write("build/Build.cs", """
            foreach (var argument in args)
                System.Console.WriteLine($"[{argument}]");
            return 7;
            """);
        Write("build/Framework/Framework.cs", "// nothing");
        Write("src/QualityGovernance.Deployment/Deployment.cs", "// nothing");
        Write("bin/dotnet", FakeDotNet.Script, executable: true);
        Write("bin/curl", "#!/usr/bin/env bash\nexit 6\n", executable: true);
        Directory.CreateDirectory(At("home"));
        Directory.CreateDirectory(At("tools"));
        foreach (var tool in s_tools)
            File.CreateSymbolicLink(At($"tools/{tool}"), Find(tool));
        Set("PATH", $"{At("bin")}:{At("tools")}");
        Set("HOME", At("home"));
        Set("NUGET_PACKAGES", At("packages"));
    }

    public string Root { get; }

    /// <summary>The calls of the scripted dotnet, first word first.</summary>
    public IReadOnlyList<string> Calls => File.Exists(At("calls.log")) ? File.ReadAllLines(At("calls.log")) : [];

    public int Compilations => Calls.Count(x => x.StartsWith("build ", StringComparison.Ordinal));

    public bool HasStamp => File.Exists(At(".nuke/temp/bootstrap/stamp"));

    /// <summary>Found upwards from the tests' own assembly: paths inside the compiled sources are mapped away in a build server's build.</summary>
    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No QualityGovernance.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }

    public string At(string path) => Path.Combine(Root, path);

    public void Set(string variable, string value) => _environment[variable] = value;

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text, bool executable = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        if (executable && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(At(path), File.GetUnixFileMode(At(path)) | UnixFileMode.UserExecute);
    }

    public void Replace(string path, string text, string replacement)
    {
        var before = Read(path);
        before.ShouldContain(text);
        File.WriteAllText(At(path), before.Replace(text, replacement, StringComparison.Ordinal));
    }

    public void PutMachineDotNetOnPath() => Set("PATH", $"{At("tools")}:{Path.GetDirectoryName(Find("dotnet"))}");

    public BootstrapRun Run(params string[] arguments) => RunIn(Root, arguments);

    public BootstrapRun RunIn(string workingDirectory, params string[] arguments) => Finish(Start(workingDirectory, "build.sh", arguments));

    public BootstrapRun RunScript(string script, params string[] arguments) => Finish(Start(Root, script, arguments));

    public Process Start(string workingDirectory, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [At(script), .. arguments])
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (key, value) in _environment)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }

    public static BootstrapRun Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new BootstrapRun(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Find(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(x => Path.Combine(x, tool)).First(File.Exists);

    private void Copy(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.Copy(Path.Combine(RepositoryRoot(), path), At(path));
    }
}
