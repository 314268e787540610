using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>Computes how an audit came out, by the method of its template. What does not apply, and what need not be answered and was not, is left out.</summary>
internal static class Scoring
{
    private const int Decimals = 2;

    private sealed record Scored(AuditQuestion Question, double Earned, double Most);

    public static ScoreCard Of(AuditTemplate template, AuditSheet sheet)
    {
        var scored = sheet.Shown.Select(question => One(question, sheet)).OfType<Scored>().ToList();
        return scored.Count == 0 ? ScoreCard.None : template.ScoringMethod switch
        {
            ScoringMethod.Points => Points(scored, template.PassingScore),
            ScoringMethod.Weighted => Weighted(scored, sheet.Sections, template.PassingScore),
            ScoringMethod.PassFail => EachOrNot(scored, template.PassingScore),
            _ => Percentage(scored, template.PassingScore),
        };
    }

    private static Scored? One(AuditQuestion question, AuditSheet sheet)
    {
        var most = QuestionScore.Most(question);
        return most > 0 && sheet.ResponseTo(question) is { IsNa: false } response && response.Score is { } earned && !sheet.AnswerTo(question).IsEmpty
            ? new(question, earned, most)
            : null;
    }

    /// <summary>The share of the points; the passing score is one too.</summary>
    private static ScoreCard Percentage(List<Scored> scored, double? passing)
    {
        var card = Sum(scored);
        return card with { IsPassed = Reaches(card.Percentage, passing) };
    }

    /// <summary>The points; the passing score is in points.</summary>
    private static ScoreCard Points(List<Scored> scored, double? passing)
    {
        var card = Sum(scored);
        return card with { IsPassed = Reaches(card.Score, passing) };
    }

    /// <summary>The mean of the sections by their weights, each the mean of its questions by theirs; out of 100.</summary>
    private static ScoreCard Weighted(List<Scored> scored, IReadOnlyList<AuditSection> sections, double? passing)
    {
        var means = from section in sections
                    let own = scored.Where(item => item.Question.SectionId == section.Id).ToList()
                    let weight = own.Sum(item => item.Question.Weight)
                    where weight > 0 && section.Weight > 0
                    select (section.Weight, Mean: own.Sum(item => item.Question.Weight * item.Earned / item.Most) / weight);
        var known = means.ToList();
        if (known.Count == 0) return ScoreCard.None;
        var percentage = Rounded(100 * known.Sum(section => section.Weight * section.Mean) / known.Sum(section => section.Weight));
        return new(percentage, 100, percentage, Reaches(percentage, passing));
    }

    /// <summary>Every question is met or not; without a passing score all have to be.</summary>
    private static ScoreCard EachOrNot(List<Scored> scored, double? passing)
    {
        var met = scored.Count(item => item.Earned >= item.Most);
        var percentage = Rounded(100.0 * met / scored.Count);
        return new(met, scored.Count, percentage, passing is null ? met == scored.Count : percentage >= passing);
    }

    private static ScoreCard Sum(List<Scored> scored)
    {
        var (earned, most) = (scored.Sum(item => item.Earned), scored.Sum(item => item.Most));
        return new(Rounded(earned), Rounded(most), Rounded(100 * earned / most), null);
    }

    /// <summary>Judged by the figure that is shown; null when nothing says what is enough.</summary>
    private static bool? Reaches(double? figure, double? passing) => passing is null ? null : figure >= passing;

    private static double Rounded(double value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
