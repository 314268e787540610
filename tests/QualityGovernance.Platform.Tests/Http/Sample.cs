using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Tests.Http;

/// <summary>A body with a member of each kind.</summary>
public sealed record Sample(
    string? Title,
    int? Count = null,
    Colour? Colour = null,
    DateTimeOffset? When = null,
    DateTime? Since = null,
    Sample? Inner = null,
    IReadOnlyList<Sample>? Items = null);

public enum Colour
{
    Red,
    DarkBlue,
}

/// <summary>A partial update.</summary>
public sealed record SamplePatch(Optional<string?> Title, Optional<int> Count, Optional<Colour?> Colour, Optional<DateTimeOffset> When);

/// <summary>A body that names what it cannot do without.</summary>
public sealed record Strict
{
    public required string Title { get; init; }

    public required int Count { get; init; }
}
