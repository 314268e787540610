using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The kind of machine that a job runs on.</summary>
public enum GitHubActionsImage
{
    [EnumValue("windows-2022")] WindowsServer2022,
    [EnumValue("ubuntu-24.04")] Ubuntu2404,
    [EnumValue("ubuntu-22.04")] Ubuntu2204,
    [EnumValue("macos-14")] MacOs14,
    [EnumValue("windows-latest")] WindowsLatest,
    [EnumValue("ubuntu-latest")] UbuntuLatest,
    [EnumValue("macos-latest")] MacOsLatest,
    [EnumValue("self-hosted")] SelfHosted,
}
