namespace QualityGovernance.Platform.Configuration;

/// <summary>How the organisation rates risks. Made by <see cref="RiskMatrixText"/> only.</summary>
/// <param name="Likelihoods">How many steps likelihood has; the first is 1.</param>
/// <param name="Impacts">How many steps impact has; the first is 1.</param>
/// <param name="Levels">By rising score; the first begins at 1.</param>
public sealed record RiskMatrix(int Likelihoods, int Impacts, IReadOnlyList<RiskLevel> Levels)
{
    /// <summary>A score is likelihood times impact; one beyond the matrix, rated before it was made smaller, has the highest level.</summary>
    public RiskLevel LevelOf(int score) => Levels.Last(level => level.From <= score);

    /// <summary>The scores that have the level; null when there is no such level.</summary>
    /// <returns>The first score, and the first that no longer has it: none after the highest level.</returns>
    public (int From, int? Before)? ScoresOf(string name)
    {
        for (var index = 0; index < Levels.Count; index++)
            if (Levels[index].Name == name) return (Levels[index].From, index + 1 < Levels.Count ? Levels[index + 1].From : null);
        return null;
    }
}
