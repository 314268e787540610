using Build.Tests.Bootstrap;
using Build.Tests.Programs;

namespace Build.Tests.Conformance;

/// <summary>One transcript of the genuine engine: the command it was given and what it printed.</summary>
public sealed record ConformanceCase(string Name, Dictionary<string, string> Environment, string[] Arguments, string Expected)
{
    private static readonly string s_folder = Path.Combine(BootstrapSandbox.RepositoryRoot(), "tests", "Build.Conformance");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(s_folder, "expected"), "*.txt").Select(x => Path.GetFileNameWithoutExtension(x)).Order(StringComparer.Ordinal);

    public static ConformanceCase Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(s_folder, "expected", $"{name}.txt"));
        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var command = words.IndexOf("./build.sh");
        var environment = words.Take(command).Select(x => x.Split('=', 2)).ToDictionary(x => x[0], x => x[1], StringComparer.Ordinal);
        var expected = string.Join('\n', lines.Skip(1).Select(x => x.TrimEnd())).Trim('\n');
        return new ConformanceCase(name, environment, [.. words.Skip(command + 1)], expected);
    }

    /// <summary>Runs the same command against the subset.</summary>
    public string Run()
    {
        using var root = new BuildRoot("Build.Conformance");
        foreach (var file in Directory.EnumerateFiles(s_folder, "parameters*.json"))
            File.Copy(file, root.At(Path.Combine(".nuke", Path.GetFileName(file))));
        var run = root.RunWith(Environment, Arguments);
        return $"{Transcript.Normalise(run.All, root.Root)}\nexit {run.ExitCode}";
    }
}
