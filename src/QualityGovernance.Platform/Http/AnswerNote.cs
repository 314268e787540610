using Microsoft.AspNetCore.Builder;

namespace QualityGovernance.Platform.Http;

/// <summary>A further reason for which an operation gives an answer, beside those that the document knows of all operations.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Reason">A phrase that goes on after "or".</param>
internal sealed record AnswerNote(int Status, string Reason);

/// <summary>Says such reasons where the operation is mapped.</summary>
public static class AnswerNotes
{
    /// <param name="endpoint">The operation.</param>
    /// <param name="status">Of HTTP.</param>
    /// <param name="reason">A phrase that goes on after "the caller ..., or".</param>
    public static TBuilder AlsoAnswers<TBuilder>(this TBuilder endpoint, int status, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AnswerNote(status, reason));
}
