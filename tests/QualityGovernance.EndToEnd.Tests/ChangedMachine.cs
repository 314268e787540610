using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>This machine with one variable set.</summary>
internal sealed class ChangedMachine(string name, string value) : IMachine
{
    private readonly Machine machine = new();

    public bool IsLinux => machine.IsLinux;

    public bool IsRoot => machine.IsRoot;

    public string? Variable(string asked) => asked == name ? value : machine.Variable(asked);

    public IReadOnlyList<string> FindAll(string program) => machine.FindAll(program);

    public string? ReadText(string path) => machine.ReadText(path);

    public bool Exists(string path) => machine.Exists(path);

    public IReadOnlyList<string> Files(string directory, string pattern) => machine.Files(directory, pattern);

    public void Delete(string path) => machine.Delete(path);

    public bool SocketAnswers(string path) => machine.SocketAnswers(path);
}
