using Nuke.Common;

/// <summary>Whether this build may install a container engine.</summary>
interface IHasProvisioning : INukeBuild
{
    [Parameter("Installs and starts what the machine lacks for containers, from its own OS packages. Needs root", Name = "Provision")]
    bool ProvisionRequested => TryGetValue<bool?>(() => ProvisionRequested) ?? false;
}
