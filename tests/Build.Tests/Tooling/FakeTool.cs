using Nuke.Common.Tooling;

namespace Build.Tests.Tooling;

/// <summary>A program that writes each of its arguments on a line of its own, then does what its body says.</summary>
public sealed class FakeTool : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tool ");

    public FakeTool(string body = "")
    {
        Path = System.IO.Path.Combine(_directory.FullName, "tool");
        File.WriteAllText(Path, "#!/usr/bin/env bash\nfor argument in \"$@\"; do printf '%s\\n' \"$argument\"; done\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    /// <summary>The arguments as the program sees them.</summary>
    public IReadOnlyList<string> Arguments<T>(Func<T, IReadOnlyCollection<Output>> command, T settings)
        where T : ToolOptions =>
        command(settings.SetProcessToolPath(Path)).Select(x => x.Text).ToList();

    public void Dispose() => _directory.Delete(recursive: true);
}
