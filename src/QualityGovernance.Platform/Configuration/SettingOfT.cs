namespace QualityGovernance.Platform.Configuration;

/// <summary>One row of the settings table, with how the program reads it.</summary>
internal sealed record Setting<T>(string Name, string Default, string Rule, bool HoldsSecret = false)
    : Setting(Name, Default, Rule, HoldsSecret)
{
    /// <summary>Reads a given value, judged by the rules of an environment.</summary>
    public required Func<string, AppEnvironment, Parsed<T>> Read { get; init; }

    /// <summary>What an environment gets when nothing is given.</summary>
    public required Func<AppEnvironment, Parsed<T>> Absent { get; init; }

    /// <summary>For most settings an empty variable is one that was not given; for some it is a wrong value.</summary>
    public bool EmptyIsAValue { get; init; }
}
