namespace Nuke.Common.CI;

/// <summary>A host that builds what somebody pushed.</summary>
public interface IBuildServer
{
    string Branch { get; }
    string Commit { get; }
}
