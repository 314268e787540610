namespace QualityGovernance.Web.Features.Risks.Links;

/// <summary>Links are checked when they are made, kept as rows, and read back by kind.</summary>
internal static class LinkRules
{
    /// <summary>Ids in one member of a request.</summary>
    public const int Most = 100;

    private static readonly Dictionary<LinkKind, string> Tables = new()
    {
        [LinkKind.Clause] = "clauses",
        [LinkKind.Control] = "controls",
        [LinkKind.Audit] = "audit_runs",
        [LinkKind.Incident] = "incidents",
        [LinkKind.Policy] = "policies",
    };

    /// <summary>Every record that a new link points to must be there for the one who makes it; one that is linked already may have been deleted meanwhile.</summary>
    /// <param name="errors">Gets what is missing.</param>
    /// <param name="trip">After which that is known.</param>
    /// <param name="given">The ids of each kind.</param>
    /// <param name="had">The links that there are.</param>
    /// <param name="db">The data.</param>
    /// <param name="hidden">By the kind, the ids of those records that the one who asks may not open; null for none.</param>
    /// <returns>Adds the errors; to be called after the trip.</returns>
    public static Action AskLinks(this FieldErrors errors, RoundTrip trip, IEnumerable<GivenIds> given, IReadOnlyCollection<ILink> had, QgpDbContext db, Func<LinkKind, IQueryable<int>?>? hidden = null)
    {
        var asked = new List<Action>();
        foreach (var kind in given)
        {
            var added = kind.Wanted.Except(had.Of(kind.Kind)).ToList();
            var missing = db.AskMissing(trip, Tables[kind.Kind], added);
            var unseen = added.Count > 0 && hidden?.Invoke(kind.Kind) is { } ids ? trip.Ask(ids.Where(id => added.Contains(id))) : null;
            asked.Add(() =>
            {
                var none = added.Where(id => missing().Contains(id) || unseen?.All.Contains(id) == true).ToList();
                errors.Require(none.Count == 0, kind.Field, $"There is no {EnumNames.Of(kind.Kind)} {string.Join(" or ", none)}.");
            });
        }

        return () => asked.ForEach(add => add());
    }

    /// <summary>For <see cref="AskLinks"/>: what the features hide from the one who asks.</summary>
    public static Func<LinkKind, IQueryable<int>?> From(this IEnumerable<IHiddenRecords> rules, CurrentUser reader) =>
        kind => rules.SingleOrDefault(rule => rule.EntityType == EnumNames.Of(kind))?.HiddenFrom(reader);

    /// <summary>The ids given take the place of those of their kinds.</summary>
    /// <returns>Whether that changed anything.</returns>
    public static bool Replace<T>(this List<T> links, IEnumerable<GivenIds> given, Func<LinkKind, int, T> make)
        where T : ILink
    {
        var changes = 0;
        foreach (var kind in given.Where(kind => kind.Ids.HasValue))
        {
            var added = kind.Wanted.Except(links.Of(kind.Kind)).ToList();
            changes += links.RemoveAll(link => link.Kind == kind.Kind && !kind.Wanted.Contains(link.TargetId)) + added.Count;
            links.AddRange(added.Select(id => make(kind.Kind, id)));
        }

        return changes > 0;
    }

    public static IReadOnlyList<int> Of<T>(this IEnumerable<T> links, LinkKind kind)
        where T : ILink => [.. links.Where(link => link.Kind == kind).Select(link => link.TargetId).Order()];
}
