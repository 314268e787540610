namespace QualityGovernance.Web.Features.Standards.Clauses;

/// <summary>All clauses of one standard, to place one of them.</summary>
internal sealed class ClauseTree(IReadOnlyList<Clause> clauses)
{
    /// <summary>Standards have four or five; a tree that grows without end is a mistake.</summary>
    public const int Deepest = 10;

    /// <summary>Null where the clause may stand below the parent, else the sentence that says why not.</summary>
    /// <param name="clause">Null for a new one.</param>
    /// <param name="parentId">Null for the top.</param>
    public string? Refusal(Clause? clause, int? parentId)
    {
        if (parentId is null) return null;
        if (Find(parentId) is not { } parent) return $"The standard has no clause {parentId}.";
        if (clause is not null && parent.Id == clause.Id) return "A clause can't be its own parent.";
        if (clause is not null && IsBelow(parent, clause)) return $"Clause {parentId} stands below this clause itself.";
        return parent.Level + (clause is null ? 1 : Height(clause)) > Deepest ? $"The tree would be more than {Deepest} levels deep." : null;
    }

    /// <summary>Places the clause, and all that stand below it with it.</summary>
    public void Place(Clause clause, int? parentId)
    {
        clause.PlaceBelow(Find(parentId));
        foreach (var child in Below(clause)) Place(child, clause.Id);
    }

    private bool IsBelow(Clause clause, Clause ancestor)
    {
        // Bounded, so that a circle that came from elsewhere is no endless loop.
        var at = clause;
        for (var steps = 0; at is not null && steps <= clauses.Count; steps++, at = Find(at.ParentClauseId))
            if (at.Id == ancestor.Id) return true;
        return false;
    }

    private int Height(Clause clause) => 1 + Below(clause).Select(Height).DefaultIfEmpty(0).Max();

    private IEnumerable<Clause> Below(Clause clause) => clauses.Where(candidate => candidate.ParentClauseId == clause.Id);

    private Clause? Find(int? id) => id is null ? null : clauses.SingleOrDefault(candidate => candidate.Id == id);
}
