using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>A member of a partial update: absent, or given, which may be null.</summary>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T> : IOptional
{
    public Optional(T? value)
    {
        HasValue = true;
        Value = value;
    }

    public bool HasValue { get; }

    public T? Value { get; }

    object? IOptional.Given => Value;

    /// <summary>What is given, or what was there before.</summary>
    public T? Or(T? current) => HasValue ? Value : current;

    public static implicit operator Optional<T>(T? value) => new(value);
}
