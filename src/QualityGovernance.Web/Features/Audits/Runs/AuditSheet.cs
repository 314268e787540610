using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>The questions of an audit with the answers so far: which are shown, and which must be answered.</summary>
/// <remarks>A question that is not shown is as if not answered, for its score and for the conditions of others.</remarks>
internal sealed class AuditSheet(IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> asked, IEnumerable<AuditResponse> responses)
{
    private readonly Dictionary<int, AuditResponse> _responses = responses.ToDictionary(response => response.QuestionId);
    private readonly Dictionary<int, AuditQuestion> _asked = asked.ToDictionary(question => question.Id);
    private readonly Dictionary<int, bool> _shown = [];

    public IReadOnlyList<AuditSection> Sections { get; } = sections;

    public IEnumerable<AuditQuestion> Shown => asked.Where(IsShown);

    /// <returns>The sheet; to be called after the trip.</returns>
    public static Func<AuditSheet> Ask(RoundTrip trip, int runId, QgpDbContext db)
    {
        var runs = db.Set<AuditRun>().Where(run => run.Id == runId);
        var sections = trip.Ask(db.Set<AuditSection>().Where(section => runs.Any(run => run.TemplateId == section.TemplateId)).InOrder());
        var questions = trip.Ask(db.Set<AuditQuestion>().Where(question => runs.Any(run => run.TemplateId == question.TemplateId)).InOrder());
        var responses = trip.Ask(db.Set<AuditResponse>().Where(response => response.RunId == runId));
        return () => new(sections.All, AskedQuestions.Of(sections.All, questions.All), responses.All);
    }

    /// <summary>What was sent, whether the question is shown or not.</summary>
    public AuditResponse? ResponseTo(AuditQuestion question) => _responses.GetValueOrDefault(question.Id);

    public Answer AnswerTo(AuditQuestion question) => IsShown(question) ? Answer.Of(question, ResponseTo(question)) : Answer.None;

    /// <summary>Answered, or said not to apply.</summary>
    public bool IsSettled(AuditQuestion question) => ResponseTo(question) is { } response && (response.IsNa || !AnswerTo(question).IsEmpty);

    public bool IsRequired(AuditQuestion question) =>
        IsShown(question) && (question.IsRequired || Rules(question, ConditionAction.Require).Any(Holds));

    public double CompletionPercentage()
    {
        var shown = Shown.ToList();
        return shown.Count == 0 ? 0 : Math.Round(100.0 * shown.Count(IsSettled) / shown.Count, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Hidden by any condition that hides or skips; with conditions that show, shown by any of those.</summary>
    private bool IsShown(AuditQuestion question)
    {
        if (_shown.TryGetValue(question.Id, out var known)) return known;
        _shown[question.Id] = false; // a circle, which the rules keep out, would end here
        var showing = Rules(question, ConditionAction.Show).ToList();
        var shown = !Rules(question, ConditionAction.Hide).Concat(Rules(question, ConditionAction.Skip)).Any(Holds)
            && (showing.Count == 0 || showing.Exists(Holds));
        return _shown[question.Id] = shown;
    }

    private bool Holds(ConditionalLogicRule rule) =>
        _asked.TryGetValue(rule.SourceQuestionId!.Value, out var source) && AnswerTo(source).Meets(rule, source.QuestionType);

    private static IEnumerable<ConditionalLogicRule> Rules(AuditQuestion question, ConditionAction action) =>
        question.ConditionalLogic?.Where(rule => rule.Action == action) ?? [];
}
