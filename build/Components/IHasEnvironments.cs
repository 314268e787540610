using System;
using Nuke.Common;
using Nuke.Common.IO;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases;
using QualityGovernance.Deployment.Releases.Deploying;

/// <summary>What is done to environments, and where their state is kept.</summary>
interface IHasEnvironments : IHasEnvironment, IHasTag, IHasLease, IHasDryRun, IHasBackup, IHasProcedures
{
    [Parameter("The folder with the leases and histories of the environments. Everybody who changes them has to name the same one")]
    AbsolutePath State => TryGetValue(() => State) ?? EnvironmentOptions.DefaultState;

    EnvironmentOperations Environments => new(
        new EnvironmentOptions(RootDirectory, State, ArtifactsDirectory / "releases", BackupsDirectory, ArtifactsDirectory / "drills" / "history.jsonl", RunsDirectory) { Evidence = ArtifactsDirectory / "evidence" },
        new Machine(), Secrets, TimeProvider.System, RunConsole);

    DeploymentRequest Request(string procedure) => new(procedure, Tag, Reason, LeasePatience, DryRun);
}
