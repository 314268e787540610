using System.Threading.Tasks;
using Nuke.Common;
using QualityGovernance.Deployment.Rehearsal;

/// <summary>A deployment from nothing, in eight steps. Whatever happens, what was started is removed and the verdict is told.</summary>
interface IRehearse : IHasRehearsal, IHasCancellation
{
    Target CheckPrerequisites => _ => _
        .Description("1/8 Engine, compose, versions, disk, ports, base images: every problem in one report, nothing touched")
        .Triggers(FinishRehearsal)
        .Executes(() => StepAsync(RehearsalStep.CheckPrerequisites));

    Target CleanRehearsal => _ => _
        .Description("2/8 Removes what earlier rehearsals left, by label")
        .DependsOn(CheckPrerequisites)
        .Executes(() => StepAsync(RehearsalStep.CleanRehearsal));

    Target BuildImage => _ => _
        .Description("3/8 Builds the one image of service and migrations, from nothing unless --cached")
        .DependsOn(CleanRehearsal)
        .Executes(() => StepAsync(RehearsalStep.BuildImage));

    Target StartPostgres => _ => _
        .Description("4/8 Starts the database and waits until it answers a query")
        .DependsOn(BuildImage)
        .Executes(() => StepAsync(RehearsalStep.StartPostgres));

    Target ApplyMigrations => _ => _
        .Description("5/8 Migrates inside the image; the revision reached must be the image's own head")
        .DependsOn(StartPostgres)
        .Executes(() => StepAsync(RehearsalStep.ApplyMigrations));

    Target StartApplication => _ => _
        .Description("6/8 Checks the configuration inside the image, then starts the service in production mode")
        .DependsOn(ApplyMigrations)
        .Executes(() => StepAsync(RehearsalStep.StartApplication));

    Target VerifyHealth => _ => _
        .Description("7/8 What answers has the build id and the digest of what was built; every probe path is served")
        .DependsOn(StartApplication)
        .Executes(() => StepAsync(RehearsalStep.VerifyHealth));

    Target VerifyDatabase => _ => _
        .Description("8/8 Through the application: writes, reads back, restarts it, reads again")
        .DependsOn(VerifyHealth)
        .Executes(() => StepAsync(RehearsalStep.VerifyDatabase));

    Target FinishRehearsal => _ => _
        .Description("Removes the rehearsed stack, seals the receipts and tells the verdict that they give")
        .Unlisted()
        .After(CheckPrerequisites, CleanRehearsal, BuildImage, StartPostgres, ApplyMigrations, StartApplication, VerifyHealth, VerifyDatabase)
        .AssuredAfterFailure()
        .Executes(FinishAsync);

    Target Rehearsal => _ => _
        .Description("Deploys the service from nothing in eight steps and says what it saw. Exit code 3 where something could not be shown")
        .DependsOn(VerifyDatabase);

    private Task StepAsync(RehearsalStep step) => RehearsalSession.RunStepAsync(step, Cancellation);

    /// <summary>Who asked for a few steps got them; only who asked for a rehearsal learns that it is incomplete by the exit code.</summary>
    private async Task FinishAsync()
    {
        var result = await RehearsalSession.FinishAsync();
        if (result.ExitCode != 0 && (InvokedTargets.Contains(Rehearsal) || !IsSucceeding)) ExitCode = result.ExitCode;
    }
}
