using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Tests.Http;

/// <summary>Of what is answered and never sent: members that are inherited, have a default, are computed, or are left out at times.</summary>
public record ShownBefore(int Id, string? Note = null);

public sealed record Shown : ShownBefore
{
    public Shown(ShownBefore before)
        : base(before)
    {
    }

    public IReadOnlyList<int> Ids => [Id];

    public Colour? Colour { get; init; }

    public JsonElement? Free { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sometimes { get; init; }
}
