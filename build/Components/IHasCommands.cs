using Nuke.Common;
using QualityGovernance.Deployment.Engine;

/// <summary>How this build runs programs: secrets that were registered appear in nothing they print.</summary>
interface IHasCommands : INukeBuild
{
    SecretMask Secrets => Shared.Secrets;

    ICommandRunner Commands => Shared.Commands;

    private static class Shared
    {
        public static readonly SecretMask Secrets = new();
        public static readonly ICommandRunner Commands = new ProcessRunner(Secrets);
    }
}
