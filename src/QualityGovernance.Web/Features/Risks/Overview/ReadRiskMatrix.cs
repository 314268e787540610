using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Features.Risks.Overview;

internal static class ReadRiskMatrix
{
    /// <summary>One statement.</summary>
    public static async Task<Ok<RiskMatrixResponse>> HandleAsync(QgpSettings settings, QgpDbContext db, CancellationToken cancellation)
    {
        var matrix = settings.RiskMatrix;
        var groups = await db.Set<Risk>().Where(risk => risk.IsActive)
            .GroupBy(risk => new { risk.Likelihood, risk.Impact })
            .Select(group => new { group.Key.Likelihood, group.Key.Impact, Count = group.Count() })
            .ToListAsync(cancellation);
        var counts = groups.ToDictionary(group => (group.Likelihood, group.Impact), group => group.Count);
        var rows = Enumerable.Range(1, matrix.Likelihoods).Reverse()
            .Select(likelihood => Enumerable.Range(1, matrix.Impacts).Select(impact => Cell(matrix, likelihood, impact, counts.GetValueOrDefault((likelihood, impact)))).ToList())
            .ToList();
        var total = groups.Sum(group => group.Count);
        return TypedResults.Ok(new RiskMatrixResponse(
            rows,
            total,
            ReadRiskStatistics.Counted(matrix.Levels.Select(level => level.Name), groups.Select(group => (matrix.LevelOf(group.Likelihood * group.Impact).Name, group.Count))),
            total - rows.Sum(row => row.Sum(cell => cell.RiskCount))));
    }

    private static RiskMatrixCell Cell(RiskMatrix matrix, int likelihood, int impact, int count)
    {
        var level = matrix.LevelOf(likelihood * impact);
        return new(likelihood, impact, likelihood * impact, level.Name, level.Color, count);
    }
}
