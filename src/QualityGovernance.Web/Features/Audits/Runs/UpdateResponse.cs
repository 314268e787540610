using System.Text.Json;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What is left out stays as it is, except for a score that follows from the answer.</summary>
public sealed record AuditResponseUpdate(
    [Text(AnswerRules.LongestSignature)] Optional<string?> ResponseValue,
    [Text(AnswerRules.LongestNotes)] Optional<string?> ResponseText,
    [Range(-AuditBounds.LargestValue, AuditBounds.LargestValue)] Optional<double?> ResponseNumber,
    Optional<bool?> ResponseBool,
    [Dated] Optional<DateTimeOffset?> ResponseDate,
    [JsonObject] Optional<JsonElement?> ResponseJson,
    [Range(0, AuditBounds.LargestScore)] Optional<double?> Score,
    [Required] Optional<bool?> IsNa,
    [Text(AnswerRules.LongestNotes)] Optional<string?> Notes)
{
    /// <summary>A choice has more than one form: what is given in one takes the place of what stood in the other.</summary>
    internal AuditResponseCreate Over(AuditResponse response, AuditQuestion question)
    {
        var isValue = ResponseValue.Value is not null;
        var isOther = ResponseBool.Value is not null || (question.QuestionType == QuestionType.Checkbox && ResponseContent.HasValues(ResponseJson.Value));
        // Saying that the question does not apply takes the answer back.
        var before = IsNa.Value == true ? new AuditResponse { RunId = response.RunId, QuestionId = response.QuestionId, ResponseJson = response.ResponseJson } : response;
        return new(
            response.QuestionId,
            ResponseValue.Or(isOther ? null : before.ResponseValue),
            ResponseText.Or(before.ResponseText),
            ResponseNumber.Or(before.ResponseNumber),
            ResponseBool.Or(isValue ? null : before.ResponseBool),
            ResponseDate.Or(before.ResponseDate),
            ResponseJson.Or(isValue && question.QuestionType == QuestionType.Checkbox ? ResponseContent.WithoutValues(before.ResponseJson) : ResponseContent.Parsed(before.ResponseJson)),
            QuestionScore.IsByHand(question) ? Score.Or(before.Score) : Score.Value,
            IsNa.Or(response.IsNa)!.Value,
            Notes.Or(response.Notes));
    }
}

internal static class UpdateResponse
{
    public static async Task<Results<Ok<AuditResponseResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "response_id")] int responseId, AuditResponseUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var emptied = new FieldErrors().Members(request);
        if (emptied.Any) return emptied.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.HeldBy<AuditRun>("audit_responses", "run_id", responseId));
        var found = trip.Ask(db.Set<AuditResponse>().Where(candidate => candidate.Id == responseId));
        var asked = trip.Ask(db.Set<AuditQuestion>().Where(candidate => db.Set<AuditResponse>().Any(answer => answer.Id == responseId && answer.QuestionId == candidate.Id)));
        await trip.SendAsync(cancellation);
        if (found.One is not { } response || held.One is not { } run) return ApiProblem.NotFound("Audit response", responseId);
        if (CreateResponse.NotUnderWay(run) is { } refusal) return refusal;
        var question = asked.All.Single();
        var form = request.Over(response, question);
        var errors = AnswerRules.Check(form);
        if (!errors.Any) AnswerRules.Check(errors, form, question);
        if (errors.Any) return errors.ToProblem();

        form.ApplyTo(response);
        CreateResponse.Judge(response, question);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditResponseResponse.Of(response));
    }
}
