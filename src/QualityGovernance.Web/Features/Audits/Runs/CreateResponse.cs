using System.Text.Json;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

public sealed record AuditResponseCreate(
    [Required] int? QuestionId,
    [Text(AnswerRules.LongestSignature)] string? ResponseValue = null,
    [Text(AnswerRules.LongestNotes)] string? ResponseText = null,
    [Range(-AuditBounds.LargestValue, AuditBounds.LargestValue)] double? ResponseNumber = null,
    bool? ResponseBool = null,
    [Dated] DateTimeOffset? ResponseDate = null,
    [JsonObject] JsonElement? ResponseJson = null,
    [Range(0, AuditBounds.LargestScore)] double? Score = null,
    bool IsNa = false,
    [Text(AnswerRules.LongestNotes)] string? Notes = null)
{
    internal AuditResponse Over(int questionId, int runId = 0)
    {
        var response = new AuditResponse { RunId = runId, QuestionId = questionId };
        ApplyTo(response);
        return response;
    }

    internal void ApplyTo(AuditResponse response)
    {
        response.ResponseValue = ResponseValue;
        response.ResponseText = ResponseText;
        response.ResponseNumber = ResponseNumber;
        response.ResponseBool = ResponseBool;
        response.ResponseDate = ResponseDate is { } date ? Clock.Stored(date) : null;
        response.ResponseJson = ResponseJson?.GetRawText();
        response.Score = Score;
        response.IsNa = IsNa;
        response.Notes = Notes;
    }
}

internal static class CreateResponse
{
    public static async Task<Results<Created<AuditResponseResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "run_id")] int runId, AuditResponseCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = AnswerRules.Check(request);
        if (errors.Any) return errors.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var questionId = request.QuestionId!.Value;
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditRun>(runId));
        var asked = trip.Ask(AskedQuestions.OfRun(db, runId).Where(candidate => candidate.Id == questionId));
        var answered = trip.Ask(db.Set<AuditResponse>().Where(other => other.RunId == runId && other.QuestionId == questionId));
        await trip.SendAsync(cancellation);
        if (held.One is not { } run) return ApiProblem.NotFound("Audit run", runId);
        if (NotUnderWay(run) is { } refusal) return refusal;
        if (asked.One is not { } question) return ApiProblem.Validation("question_id", $"The audit {run.ReferenceNumber} does not ask a question {request.QuestionId}.");
        AnswerRules.Check(errors, request, question);
        if (errors.Any) return errors.ToProblem();
        if (answered.One is { } earlier) return ApiProblem.Conflict($"The question {question.Id} is answered already. Correct it with PATCH /api/v1/audits/responses/{earlier.Id}.");

        var response = request.Over(question.Id, runId);
        Judge(response, question);
        db.Add(response);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/runs/{runId}", AuditResponseResponse.Of(response));
    }

    /// <summary>Null when answers are taken.</summary>
    public static ProblemHttpResult? NotUnderWay(AuditRun run) => run.Status switch
    {
        AuditRunStatus.InProgress => null,
        AuditRunStatus.Scheduled => ApiProblem.Conflict($"The audit {run.ReferenceNumber} was not started. Start it with POST /api/v1/audits/runs/{run.Id}/start."),
        _ => ApiProblem.Conflict($"The audit {run.ReferenceNumber} is {EnumNames.Of(run.Status)}; its answers don't change any more."),
    };

    /// <summary>Where the answer tells the score, that is the score.</summary>
    public static void Judge(AuditResponse response, AuditQuestion question)
    {
        if (!QuestionScore.IsByHand(question)) response.Score = QuestionScore.Of(question, Answer.Of(question, response));
    }
}
