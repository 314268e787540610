namespace Nuke.Common.Tooling;

/// <summary>The tool writes ordinary progress to its error output.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LogErrorAsStandard : Attribute;
