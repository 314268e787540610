using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards.Clauses;

/// <summary>A section of a standard. Clauses form a tree.</summary>
public sealed class Clause : Entity
{
    public const int LongestNumber = 20;
    public const int LongestTitle = 300;
    public const int LongestDescription = 50_000;

    public required int StandardId { get; init; }

    /// <summary>No two clauses of a standard have the same.</summary>
    public required string ClauseNumber { get; set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    /// <summary>A clause of the same standard; none at the top.</summary>
    public int? ParentClauseId { get; private set; }

    /// <summary>1 at the top, else one more than the parent's.</summary>
    public int Level { get; private set; } = 1;

    public int SortOrder { get; set; }

    public bool IsActive { get; set; } = true;

    public List<Control> Controls { get; } = [];

    public void PlaceBelow(Clause? parent)
    {
        ParentClauseId = parent?.Id;
        Level = (parent?.Level ?? 0) + 1;
    }
}
