namespace Nuke.Common.Tooling;

/// <summary>How an enum value is written for a tool.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class EnumValueAttribute(string value) : Attribute
{
    public string Value { get; } = value;
}
