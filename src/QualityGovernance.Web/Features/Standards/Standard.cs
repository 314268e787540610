namespace QualityGovernance.Web.Features.Standards;

/// <summary>A standard that the organisation works by, such as ISO 27001.</summary>
public sealed class Standard : Entity
{
    public const int LongestCode = 20;
    public const int LongestName = 200;
    public const int LongestFullName = 500;
    public const int LongestVersion = 20;
    public const int LongestDescription = 50_000;

    /// <summary>No two standards have the same.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required string FullName { get; set; }

    public required string Version { get; set; }

    public string? Description { get; set; }

    public DateOnly? EffectiveDate { get; set; }

    /// <summary>One that is not was withdrawn: lists leave it out unless they are asked for such.</summary>
    public bool IsActive { get; set; } = true;
}
