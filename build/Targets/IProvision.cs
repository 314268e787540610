using System;
using System.Threading.Tasks;
using Nuke.Common;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

/// <summary>A container engine on a machine that has none.</summary>
interface IProvision : IHasProvisioning, IHasCommands, IHasConsole, IHasCancellation
{
    Target Provision => _ => _
        .Description("Installs a container engine, compose and the image tool from the OS's own packages, and starts the engine. Needs root")
        .Executes(ProvisionAsync);

    /// <summary>What <c>--provision</c> on any other target does, before the first of them runs.</summary>
    void ProvisionIfRequested()
    {
        if (ProvisionRequested && !InvokedTargets.Contains(Provision)) ProvisionAsync().GetAwaiter().GetResult();
    }

    private Task ProvisionAsync() => new Provisioner(
        Commands,
        new Machine(),
        TimeProvider.System,
        say: line => RunConsole.Line(RunLevel.Normal, line),
        detail: line => RunConsole.Line(RunLevel.Detail, line)).RunAsync(Cancellation);
}
