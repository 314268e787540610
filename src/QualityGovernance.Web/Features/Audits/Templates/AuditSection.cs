namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>A chapter of a template.</summary>
public sealed class AuditSection : Entity
{
    public const int LongestTitle = 200;
    public const int LongestDescription = 1_000;
    public const int MostRepeats = 100;

    public required int TemplateId { get; init; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public int SortOrder { get; set; }

    /// <summary>Of the section among the others, where the template weighs.</summary>
    public double Weight { get; set; }

    public bool IsRepeatable { get; set; }

    public int? MaxRepeats { get; set; }

    /// <summary>The questions of a section that is not are not asked.</summary>
    public bool IsActive { get; set; } = true;

    public AuditSection CopyTo(int templateId) => new()
    {
        TemplateId = templateId,
        Title = Title,
        Description = Description,
        SortOrder = SortOrder,
        Weight = Weight,
        IsRepeatable = IsRepeatable,
        MaxRepeats = MaxRepeats,
        IsActive = IsActive,
    };
}
