namespace Nuke.Common;

/// <summary>How many of the words behind an option belong to it.</summary>
internal enum OptionKind
{
    /// <summary>One, if it is <c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>One, if it is among the option's own words.</summary>
    Keyword,

    /// <summary>One, if there is one.</summary>
    OptionalValue,

    /// <summary>Exactly one.</summary>
    Value,

    /// <summary>All, up to the next option.</summary>
    List,
}
