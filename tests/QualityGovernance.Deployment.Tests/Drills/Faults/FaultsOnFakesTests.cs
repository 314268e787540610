using System.Text.Json;
using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Rehearsal;
using QualityGovernance.Deployment.Tests.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

/// <summary>The cells of the environment's procedures in which a tool is at fault, with everything else simulated: the whole of them in a moment.</summary>
public sealed class FaultsOnFakesTests : IDisposable
{
    private readonly FakeEnvironment environment = new();
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Cells => [.. FaultPlan.All
        .Where(cell => cell.Procedure is FaultPlan.Deploy or FaultPlan.RollbackApplication or FaultPlan.RollbackMigration)
        .Where(cell => cell.Kind is FaultKind.ToolError or FaultKind.Hang or FaultKind.BadOutput)
        .Select(cell => cell.ToString())];

    public void Dispose()
    {
        environment.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_tool_at_fault_fails_the_step_that_calls_it_and_leaves_nothing_that_is_not_said(string name)
    {
        var cell = FaultPlan.All.Single(one => one.ToString() == name);
        environment.Published = ChecksumList.Of(folder.Path);
        Serve("v1.0.0");
        if (cell.Procedure != FaultPlan.Deploy)
            Serve("v1.1.0");
        var before = Served();

        var seen = await BreakAsync(cell, before);

        FaultJudge.Complaints(seen).ShouldBeEmpty(environment.Console.Text);
    }

    /// <summary>As a deployment leaves it.</summary>
    private void Serve(string tag)
    {
        var release = environment.Releases[tag];
        environment.Apply(release.SchemaHead);
        environment.Running = [release.ImageId, release.ImageId];
        environment.Parts.History.Append(new HistoryEntry
        {
            At = environment.Time.GetUtcNow(), Procedure = FaultPlan.Deploy, Run = "a test", Owner = "a test", Reason = "a test", Release = release,
            SchemaRevision = release.SchemaHead, Settings = environment.Parts.Specification(release).Settings,
        });
    }

    private async Task<FaultSighting> BreakAsync(FaultCell cell, string before)
    {
        var order = new FaultOrder { Procedure = cell.Procedure, Fault = cell, Root = folder.Path, Folder = folder.Path, RunsFolder = folder.Path };
        using var killer = new ContainerKiller(new ContainerEngine(new FakeRunner()), [], killsWhatIsThere: false);
        var fault = new PlantedFault(order, killer);
        var tools = new FaultyEnvironment(environment, new FaultyRunner(new FakeRunner { Answer = _ => FakeStack.Result("as it is") }, fault));
        var parts = environment.Parts with { Stack = tools, Releases = tools, Database = tools };
        var console = new RecordingConsole();
        var deadline = cell.Kind == FaultKind.Hang ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromMinutes(1);
        using var session = new ProcedureSession(new ProcedureOptions(cell.Procedure, folder.Path, parts.RunsFolder, "./build.sh --help"), console, new FakeRunner(), environment.Mask, TimeProvider.System)
        {
            Around = step => step.Name == cell.Step ? new FaultyStep(step, fault, deadline) : step,
        };
        var result = await RunAsync(cell.Procedure, session, parts);
        var recovery = IsKnown() ? null : await RecoverAsync();
        return new FaultSighting
        {
            Cell = cell,
            ExitCode = result.ExitCode,
            Text = console.Text,
            Record = RunVerifier.Read(result.Run),
            Struck = File.Exists(order.StruckFile),
            Recovery = recovery is null ? null : FaultPlan.RecoverEnvironment,
            RecoveryExitCode = recovery?.ExitCode ?? 0,
            ServedBefore = before,
            ServedAfter = Served(),
            // What was recorded stands, and a migration that was taken back leaves only the release before it.
            MayServe = cell.Step == "Record" || cell.Procedure == FaultPlan.RollbackMigration ? [.. environment.Releases.Values.Select(release => release.ImageId)] : [],
        };
    }

    private static Task<ProcedureResult> RunAsync(string procedure, ProcedureSession session, DeploymentParts parts)
    {
        var request = new DeploymentRequest(procedure, procedure == FaultPlan.Deploy ? "v1.1.0" : null, "a test", Wait: null, DryRun: false);
        return procedure switch
        {
            FaultPlan.Deploy => DeployProcedure.RunAsync(session, parts, request),
            FaultPlan.RollbackApplication => RollbackProcedure.RunAsync(session, parts, request),
            _ => RollbackMigrationProcedure.RunAsync(session, parts, request),
        };
    }

    private bool IsKnown() => environment.Parts.Book.Current() is null && environment.Running.All(image => image == environment.Parts.History.Last!.Release.ImageId);

    /// <summary>As from another process, when the one that failed is gone.</summary>
    private async Task<ProcedureResult> RecoverAsync()
    {
        var left = environment.Parts.Book.Current().ShouldNotBeNull("What is not as the history says has to keep its lease.") with { Process = (OwnerMark.Current with { Started = "1" }).ToString() };
        environment.Parts.State.Write("lease.json", JsonSerializer.Serialize(left, LeaseBook.Json));
        return await environment.RunAsync(session => RecoverProcedure.RunAsync(session, environment.Parts, new DeploymentRequest(FaultPlan.RecoverEnvironment, Tag: null, "a test", Wait: null, DryRun: false)));
    }

    private string Served() => string.Join(' ', environment.Running.Distinct());
}
