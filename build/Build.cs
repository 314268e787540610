using Nuke.Common;
using Nuke.Components;

/// <summary>The components this build is made of. Each is a file of its own: values in Components, capabilities in Targets.</summary>
[DescribedTargets]
[PlanAsText]
sealed partial class Build : NukeBuild,
    ICompile,
    IRunTests,
    IRunService,
    IAddMigration,
    IProvision,
    ISandbox,
    IRecover,
    IDrill,
    IBreakSteps,
    IRehearse,
    IPublish,
    IDeploy,
    IVerifyRun,
    IMakeEvidence,
    IApprove,
    IChecksum,
    ICompareRuns,
    ICheckMigrations,
    ICheckApiDocument,
    ICheckWorkflows,
    IMakeDocuments,
    ICheckInfrastructure,
    IScan
{
    readonly GenuineEngine engine = new();

    public static int Main() => Execute<Build>(x => ((ICompile)x).Compile);

    protected override void OnBuildCreated() => engine.Check();

    protected override void OnBuildInitialized() => ((IProvision)this).ProvisionIfRequested();

    protected override void OnBuildFinished() => ((IRunTests)this).TellTestCount();
}
