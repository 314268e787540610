namespace Nuke.Common;

/// <summary>A target that prepares a context; the context's <see cref="Cleanup"/> follows it, also after a failure.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);
