using System.Text.Json;

namespace QualityGovernance.Web.Features.Audits.Runs;

public sealed record AuditResponseResponse(
    int Id,
    int RunId,
    int QuestionId,
    string? ResponseValue,
    string? ResponseText,
    double? ResponseNumber,
    bool? ResponseBool,
    DateTimeOffset? ResponseDate,
    [JsonObject] JsonElement? ResponseJson,
    double? Score,
    bool IsNa,
    string? Notes,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static AuditResponseResponse Of(AuditResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new(
            response.Id,
            response.RunId,
            response.QuestionId,
            response.ResponseValue,
            response.ResponseText,
            response.ResponseNumber,
            response.ResponseBool,
            response.ResponseDate,
            response.ResponseJson is { } json ? JsonElement.Parse(json) : null,
            response.Score,
            response.IsNa,
            response.Notes,
            response.CreatedAt,
            response.UpdatedAt);
    }
}
