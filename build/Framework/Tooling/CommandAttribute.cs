namespace Nuke.Common.Tooling;

/// <summary>The command that settings belong to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandAttribute : Attribute
{
    /// <summary>The tool's class.</summary>
    public Type Type { get; set; }

    /// <summary>The method that runs the command.</summary>
    public string Command { get; set; }

    /// <summary>The first arguments, <c>image ls</c> for example.</summary>
    public string Arguments { get; set; }
}
