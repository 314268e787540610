using Nuke.Common;
using Serilog;

/// <summary>A base class with a target that the build extends.</summary>
abstract class BuildBase : NukeBuild
{
    public virtual Target Extended => _ => _.Executes(() => Log.Information("base"));
}
