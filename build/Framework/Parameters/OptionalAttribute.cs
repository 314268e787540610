namespace Nuke.Common;

/// <summary>A value that cannot be had is no reason for a warning.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OptionalAttribute : Attribute;
