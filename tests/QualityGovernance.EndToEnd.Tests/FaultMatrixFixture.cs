using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A spread of the matrix, run once: every fault, and every procedure, on as few grounds as that takes.</summary>
public sealed class FaultMatrixFixture(EngineFixture engine) : IAsyncLifetime
{
    /// <summary>In an order that changes the release of the environment once.</summary>
    internal static readonly IReadOnlyList<FaultCell> Spread =
    [
        new("Rehearsal", "StartPostgres", FaultKind.BadOutput),
        new("RestoreDatabase", "CheckBackup", FaultKind.ToolError),
        new("RollbackMigration", "BackUp", FaultKind.KilledContainer),
        new("RollbackApplication", "Plan", FaultKind.Hang),
        new("Deploy", "ProveWayBack", FaultKind.FullDisk),
        new("Deploy", "Migrate", FaultKind.KilledBuild),
        new("RecoverEnvironment", "TakeOver", FaultKind.ToolError),
        new("ResetDrill", "BackUpAndMark", FaultKind.ToolError),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-fault-matrix-");
    private readonly SecretMask mask = new();

    internal RecordingConsole Console { get; } = new();

    internal RunRecord Record { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var runner = new ProcessRunner(mask);
        var options = new FaultMatrixOptions(Checkout.Root, Path.Combine(folder.FullName, "ground"), Path.Combine(folder.FullName, "runs"), engine.RealImage)
        {
            Migrations = Checkout.OutputOf("QualityGovernance.NewerMigrations"),
            HangDeadline = TimeSpan.FromSeconds(3),
        };
        var launcher = new FaultLauncher(runner, "dotnet", [typeof(FaultMatrixFixture).Assembly.Location, "fault"], new Dictionary<string, string>());
        using var session = new ProcedureSession(new ProcedureOptions("FaultMatrix", Checkout.Root, options.RunsFolder), Console, runner, mask, TimeProvider.System);
        var result = await new FaultMatrix(options, launcher, new Machine(), mask, TimeProvider.System, Console).RunAsync(session, Spread);
        Record = RunVerifier.Read(result.Run);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
