namespace Nuke.Common.Tooling;

/// <summary>How a property becomes an argument.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArgumentAttribute : Attribute
{
    /// <summary>Above zero: before named arguments, ascending. Below zero: after them.</summary>
    public int Position { get; set; }

    /// <summary>The argument's text with <c>{value}</c>, for dictionaries also <c>{key}</c>; a blank starts another argument.</summary>
    public string Format { get; set; }

    /// <summary>What stands between several values; without it the whole format is repeated.</summary>
    public string Separator { get; set; }

    public bool Secret { get; set; }
}
