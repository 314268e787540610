using System.Diagnostics;

namespace Bench.Startup;

/// <summary>A temporary copy of what the build is made of, with one more target: one that does nothing.</summary>
internal sealed class Checkout : IDisposable
{
    public const string Target = "BenchNoop";

    private static readonly string[] s_files =
        [".editorconfig", "build.sh", "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "QualityGovernance.sln", "NuGet.config", "nuget.config"];

    private static readonly string[] s_folders = ["build", "src/QualityGovernance.Deployment", ".nuke"];

    private readonly string _root = Directory.CreateTempSubdirectory("bench").FullName;

    public Checkout(string repository)
    {
        foreach (var file in s_files.Select(x => Path.Combine(repository, x)).Where(File.Exists))
            Copy(repository, file);
        foreach (var file in s_folders.Select(x => Path.Combine(repository, x)).Where(Directory.Exists).SelectMany(Sources))
            Copy(repository, file);
        AddTarget();
    }

    public static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "build.sh")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"No build.sh stands above '{AppContext.BaseDirectory}'.");
    }

    public void Bootstrap() => Run("bash", "build.sh", Target);

    public void RemoveCompiled()
    {
        foreach (var path in new[] { "build/bin", "build/obj", "build/Framework/obj", "build/Framework/bin", "artifacts", ".nuke/temp/bootstrap" })
            Remove(path);
    }

    public void RemoveRemembered()
    {
        RemoveCompiled();
        Remove(".nuke/temp");
    }

    public void Run(string program, params string[] arguments)
    {
        var (exitCode, output) = TryRun(program, arguments);
        if (exitCode != 0)
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with exit code {exitCode}:\n{output}");
    }

    public (int ExitCode, string Output) TryRun(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(x => !Path.GetRelativePath(folder, x).Split('/', '\\').Intersect(["bin", "obj", "temp"]).Any());

    private void AddTarget()
    {
        File.WriteAllText(Path.Combine(_root, "build/IBenchNoop.cs"), $$"""
            using Nuke.Common;

            interface IBenchNoop : INukeBuild
            {
                Target {{Target}} => _ => _.Executes(() => { });
            }
            """);
        var build = Path.Combine(_root, "build/Build.cs");
        var text = File.ReadAllText(build);
        var replaced = text.Replace(" : NukeBuild", " : NukeBuild, IBenchNoop", StringComparison.Ordinal);
        File.WriteAllText(build, replaced != text
            ? replaced
            : throw new InvalidOperationException("build/Build.cs has no class that derives from NukeBuild: there is nothing to measure."));
    }

    private void Copy(string repository, string file)
    {
        var target = Path.Combine(_root, Path.GetRelativePath(repository, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }

    private void Remove(string path)
    {
        if (Directory.Exists(Path.Combine(_root, path)))
            Directory.Delete(Path.Combine(_root, path), recursive: true);
    }
}
