namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A rehearsal in a process of its own, to be killed.</summary>
internal sealed class RehearsalProcess : IDisposable
{
    private readonly DirectoryInfo runs = Directory.CreateTempSubdirectory("qgp-end-to-end-");
    private readonly OwnProcess process;

    public RehearsalProcess(params string[] options) => process = new OwnProcess([Checkout.Root, runs.FullName, .. options]);

    public string RunId => Path.GetFileName(Directory.GetDirectories(runs.FullName).Single());

    public Task UntilAsync(string beginning) => process.UntilAsync(beginning);

    public void Kill() => process.Kill();

    public void Dispose()
    {
        process.Dispose();
        runs.Delete(recursive: true);
    }
}
