namespace QualityGovernance.Platform.Configuration;

/// <summary>A value, or the sentence that says why there is none.</summary>
internal readonly record struct Parsed<T>(T? Value, string? Problem)
{
    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static Parsed<T> Wrong(string problem) => new(default, problem);
}
