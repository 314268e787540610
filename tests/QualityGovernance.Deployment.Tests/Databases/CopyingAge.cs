using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Databases;

/// <summary>Takes the place of age: copies instead of encrypting, and notes who could have looked into the folder of the plain file.</summary>
internal sealed class CopyingAge : ICommandRunner
{
    public List<(string Folder, UnixFileMode Mode)> Plain { get; } = [];

    public Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        command.Program.ShouldBe("age");
        var folder = Path.GetDirectoryName(command.Arguments[^1])!;
        Plain.Add((folder, OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(folder)));
        File.Copy(command.Arguments[^1], command.Arguments[^2]);
        return Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));
    }
}
