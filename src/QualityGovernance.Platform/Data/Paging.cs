using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Reads one page of a query.</summary>
public static class Paging
{
    /// <param name="query">Ordered, with the id as the last key: else pages overlap.</param>
    /// <param name="request">Which page.</param>
    /// <param name="projection">Only what the answer shows is read.</param>
    /// <param name="cancellation">Of the request.</param>
    public static async Task<Page<TItem>> ToPageAsync<TRecord, TItem>(
        this IOrderedQueryable<TRecord> query, PageRequest request, Expression<Func<TRecord, TItem>> projection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var total = await query.CountAsync(cancellation);
        IReadOnlyList<TItem> items = total <= request.Skip
            ? []
            : await query.Skip(request.Skip).Take(request.PageSize).Select(projection).ToListAsync(cancellation);
        return Page.Of(items, total, request);
    }
}
