namespace Nuke.Common.Tooling;

/// <summary>The tool is found on PATH.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PathToolAttribute : Attribute
{
    public string Executable { get; set; }
}
