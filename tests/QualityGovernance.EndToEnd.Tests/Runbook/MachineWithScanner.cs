using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>This machine with a scanner of images, which <see cref="ScriptedScanners"/> speaks for.</summary>
internal sealed class MachineWithScanner : IMachine
{
    private readonly Machine machine = new();

    public bool IsLinux => machine.IsLinux;

    public bool IsRoot => machine.IsRoot;

    public string? Variable(string name) => machine.Variable(name);

    public IReadOnlyList<string> FindAll(string program) => program == "trivy" ? [ScriptedScanners.Trivy] : machine.FindAll(program);

    public string? ReadText(string path) => machine.ReadText(path);

    public bool Exists(string path) => machine.Exists(path);

    public IReadOnlyList<string> Files(string directory, string pattern) => machine.Files(directory, pattern);

    public void Delete(string path) => machine.Delete(path);

    public bool SocketAnswers(string path) => machine.SocketAnswers(path);
}
