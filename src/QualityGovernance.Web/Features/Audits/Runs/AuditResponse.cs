namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>The answer to one question of an audit.</summary>
public sealed class AuditResponse : Entity
{
    public required int RunId { get; init; }

    public required int QuestionId { get; init; }

    public string? ResponseValue { get; set; }

    public string? ResponseText { get; set; }

    public double? ResponseNumber { get; set; }

    public bool? ResponseBool { get; set; }

    public DateTimeOffset? ResponseDate { get; set; }

    /// <summary>A JSON object, as it was sent.</summary>
    public string? ResponseJson { get; set; }

    public double? Score { get; set; }

    /// <summary>The question does not apply; it counts neither for nor against.</summary>
    public bool IsNa { get; set; }

    public string? Notes { get; set; }
}
