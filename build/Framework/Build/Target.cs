namespace Nuke.Common;

/// <summary>A target of the build: a property of this type, whose delegate describes it.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
