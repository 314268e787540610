using System.Runtime.InteropServices;
using Nuke.Common;
using QualityGovernance.Deployment.Infrastructure;

/// <summary>The blueprint of an environment on Azure: held to the environment's description, to the compiler and to the linter, without a cloud.</summary>
interface ICheckInfrastructure : IHasProcedures
{
    private InfrastructureOperations Infrastructure => new(RootDirectory, RuntimeInformation.RuntimeIdentifier);

    Target GenerateInfrastructureParameters => _ => _
        .Description("Writes the parameters of infra/azure out of .nuke/environments/staging.json and the service's settings")
        .Executes(() => Infrastructure.Generate(RunConsole));

    Target CheckInfrastructure => _ => _
        .Description("Compiles and lints infra/azure, warnings being errors, and compares its parameters with what they follow from. Speaks to no cloud")
        .Executes(() => ProcedureAsync("CheckInfrastructure", "./build.sh CheckInfrastructure", session => Infrastructure.CheckAsync(session, Cancellation)));
}
