namespace QualityGovernance.Platform.Http;

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>One page out of <paramref name="total"/> entries, as it was asked for.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> items, int total, PageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pages = (int)(((long)total + request.PageSize - 1) / request.PageSize);
        return new Page<T>(items, total, request.Page, request.PageSize, pages);
    }
}
