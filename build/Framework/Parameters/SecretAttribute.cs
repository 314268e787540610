namespace Nuke.Common;

/// <summary>The value is a secret: it is masked wherever it is written and never echoed when typed.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public class SecretAttribute : Attribute;
