using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>The machine with further variables, so that an environment of a drill gets its secrets as every other does, and no process inherits them.</summary>
internal sealed class OverlaidMachine(IMachine machine, IReadOnlyDictionary<string, string> variables) : IMachine
{
    public bool IsLinux => machine.IsLinux;

    public bool IsRoot => machine.IsRoot;

    public string? Variable(string name) => variables.TryGetValue(name, out var value) ? value : machine.Variable(name);

    public IReadOnlyList<string> FindAll(string program) => machine.FindAll(program);

    public string? ReadText(string path) => machine.ReadText(path);

    public bool Exists(string path) => machine.Exists(path);

    public IReadOnlyList<string> Files(string directory, string pattern) => machine.Files(directory, pattern);

    public void Delete(string path) => machine.Delete(path);

    public bool SocketAnswers(string path) => machine.SocketAnswers(path);
}
