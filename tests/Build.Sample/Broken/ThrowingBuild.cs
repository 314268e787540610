using Nuke.Common;
using Nuke.Common.IO;

/// <summary>A build whose fields cannot be initialised.</summary>
class ThrowingBuild : NukeBuild
{
    readonly string Missing = (RootDirectory / "missing.txt").ReadAllText();

    Target Noop => _ => _.Executes(() => Serilog.Log.Information(Missing));
}
