using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Reads one page of a query.</summary>
public static class Paging
{
    /// <summary>
    /// By number, which costs more the deeper the page, or behind the place that <c>after</c> names, which costs the same everywhere where an index has the
    /// order of the query.
    /// </summary>
    /// <param name="query">Ordered; the id is added as the last key where it is not: else pages overlap.</param>
    /// <param name="request">Which page.</param>
    /// <param name="projection">Only what the answer shows is read.</param>
    /// <param name="cancellation">Of the request.</param>
    /// <exception cref="InvalidRequestException">The place asked for is none in this list.</exception>
    public static async Task<Page<TItem>> ToPageAsync<TRecord, TItem>(
        this IOrderedQueryable<TRecord> query, PageRequest request, Expression<Func<TRecord, TItem>> projection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(projection);
        var order = Ordering<TRecord>.Of(query);
        var place = request.List?.Asked(order.Name);
        var number = place?.Page ?? request.Page;
        var total = await order.Query.CountAsync(cancellation);
        if (place is null && total <= request.Skip) return Page.Of<TItem>([], total, request);

        var rest = place is null ? order.Query.Skip(request.Skip) : order.Query.Where(order.Behind(place.Keys, request.List!.NullsAreLargest));
        var found = await rest.Take(request.PageSize + 1).Select(order.WithKeys(projection)).ToListAsync(cancellation);
        var shown = found.Take(request.PageSize).ToList();
        var next = found.Count > shown.Count ? request.List?.Write(order.Name, new(number + 1, Ordering<TRecord>.Written(shown[^1].Keys))) : null;
        return Page.Of([.. shown.Select(entry => entry.Item)], total, request) with { PageNumber = number, NextAfter = next };
    }
}
