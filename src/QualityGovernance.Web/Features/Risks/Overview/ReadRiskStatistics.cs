using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Features.Risks.Overview;

internal static class ReadRiskStatistics
{
    /// <summary>Three statements, whatever the size of the register.</summary>
    public static async Task<Ok<RiskStatistics>> HandleAsync(QgpSettings settings, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.Now();
        var groups = await db.Set<Risk>()
            .GroupBy(risk => new { risk.IsActive, risk.Category, risk.RiskScore })
            .Select(group => new { group.Key.IsActive, group.Key.Category, group.Key.RiskScore, Count = group.Count() })
            .ToListAsync(cancellation);
        var active = groups.Where(group => group.IsActive).ToList();
        var count = active.Sum(group => group.Count);
        return TypedResults.Ok(new RiskStatistics(
            groups.Sum(group => group.Count),
            count,
            Counted(EnumNames.All<RiskCategory>(), active.Select(group => (EnumNames.Of(group.Category), group.Count))),
            Counted(settings.RiskMatrix.Levels.Select(level => level.Name), active.Select(group => (settings.RiskMatrix.LevelOf(group.RiskScore).Name, group.Count))),
            await db.Set<Risk>().Where(risk => risk.IsActive).CountAsync(RiskDates.ReviewDue(now), cancellation),
            await db.Set<Risk>().Where(risk => risk.IsActive).CountAsync(RiskDates.TreatmentOverdue(now), cancellation),
            count == 0 ? 0 : Math.Round((double)active.Sum(group => (long)group.RiskScore * group.Count) / count, 2, MidpointRounding.AwayFromZero)));
    }

    /// <summary>How many stand under each name, in the order of the names.</summary>
    internal static Dictionary<string, int> Counted(IEnumerable<string> names, IEnumerable<(string Name, int Count)> counts)
    {
        var counted = names.ToDictionary(name => name, _ => 0);
        foreach (var (name, count) in counts) counted[name] += count;
        return counted;
    }
}
