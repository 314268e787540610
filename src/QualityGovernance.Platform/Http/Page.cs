using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>One page of a list.</summary>
/// <param name="Items">In a stable order.</param>
/// <param name="Total">Of all pages together.</param>
/// <param name="PageNumber">From 1; <c>page</c> on the wire.</param>
/// <param name="PageSize">As asked for, also on a shorter last page.</param>
/// <param name="Pages">How many there are; 0 when the list is empty.</param>
/// <param name="NextAfter">Sent as <c>after</c>, asks for what follows; null at the end.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items,
    int Total,
    [property: JsonPropertyName("page")] int PageNumber,
    int PageSize,
    int Pages,
    string? NextAfter = null) : IPage
{
    /// <summary>The same page with its items shown in another way.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> show) => new([.. Items.Select(show)], Total, PageNumber, PageSize, Pages, NextAfter);
}
