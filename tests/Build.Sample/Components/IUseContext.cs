using Nuke.Common;
using Serilog;

/// <summary>A context with its own beginning and end.</summary>
public interface IUseContext : INukeBuild
{
    Setup OpenContext => _ => _.Executes(() => Log.Information("context opened"));

    Cleanup CloseContext => _ => _.Executes(() => Log.Information("context closed"));
}
