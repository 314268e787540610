using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Collections.Generic;
using System.Threading.Tasks;
using Nuke.Common;
using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

/// <summary>Breaking every step of every procedure on purpose, to know what each of them leaves.</summary>
interface IBreakSteps : IHasProcedures
{
    [Parameter("FaultMatrix: only these procedures, for example Deploy RestoreDatabase")]
    string[] Procedure => TryGetValue<string[]>(() => Procedure) ?? [];

    [Parameter("FaultMatrix: only these steps, for example Migrate Rollout")]
    string[] Step => TryGetValue<string[]>(() => Step) ?? [];

    [Parameter("FaultMatrix: only these faults, of ToolError, Hang, BadOutput, FullDisk, KilledContainer, KilledBuild")]
    string[] Fault => TryGetValue<string[]>(() => Fault) ?? [];

    [Parameter("FaultMatrix: an earlier run of it, by its id, that was interrupted or not as demanded: what was good there, with the same image, is not run again")]
    string Resume => TryGetValue(() => Resume);

    [Parameter("FaultMatrix: shows the cells and runs none of them")]
    bool List => TryGetValue<bool?>(() => List) ?? false;

    [Parameter("FaultMatrix: the image that its releases are made from. Default is the one that was rehearsed last")]
    string FaultImage => TryGetValue(() => FaultImage) ?? "quality-governance:rehearsed";

    [Parameter("FaultCell: the file that says what to run. FaultMatrix writes it")]
    string FaultOrder => TryGetValue(() => FaultOrder);

    Target FaultMatrix => _ => _
        .Description("Plants every fault into every step of rehearsal, drill, deployment, rollbacks, restore and recovery, and demands that the step is named, nothing is left and nobody else notices. Takes hours; --list shows the cells")
        .Executes(BreakAsync);

    Target FaultCell => _ => _
        .Description("One procedure with one fault, in a process of its own. FaultMatrix starts it")
        .Unlisted()
        .Requires(() => FaultOrder)
        .Executes(async () =>
        {
            var code = await new FaultedProcess(QualityGovernance.Deployment.Drills.Faults.Planting.FaultOrder.Read(FaultOrder), RunConsole).RunAsync(Cancellation);
            if (code != 0) ExitCode = code;
        });

    private async Task BreakAsync()
    {
        var cells = FaultPlan.Select(Procedure, Step, Fault);
        if (List)
        {
            foreach (var line in FaultPlan.Listed(cells)) RunConsole.Line(RunLevel.Normal, line);
            return;
        }

        var options = new FaultMatrixOptions(RootDirectory, ArtifactsDirectory / "drills" / "faults", RunsDirectory, FaultImage) { Resume = Resume };
        var program = Environment.ProcessPath!;
        IEnumerable<string> build = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
        var launcher = new FaultLauncher(Commands, program, [.. build, nameof(FaultCell), "--root", RootDirectory, "--fault-order"], new Dictionary<string, string>());
        await ProcedureAsync(QualityGovernance.Deployment.Drills.Faults.FaultMatrix.Name, "./build.sh FaultMatrix --list", session =>
            new FaultMatrix(options, launcher, new Machine(), Secrets, TimeProvider.System, RunConsole).RunAsync(session, cells, Cancellation));
    }
}
