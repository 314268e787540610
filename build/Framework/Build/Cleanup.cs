namespace Nuke.Common;

/// <summary>A target that clears away what a <see cref="Setup"/> prepared.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);
