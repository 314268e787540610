namespace QualityGovernance.Migrations.History;

/// <summary>Finds what is wrong with a migration history before any database sees it.</summary>
public static class MigrationHistory
{
    /// <summary>One sentence per problem; empty when the history is sound.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyCollection<MigrationFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var providers = facts.GroupBy(fact => fact.Provider, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        return [.. providers.SelectMany(provider => OfProvider(provider.Key, [.. provider])), .. Differences(providers)];
    }

    private static IEnumerable<string> OfProvider(string provider, List<MigrationFact> facts)
    {
        var ids = facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var same in facts.GroupBy(fact => fact.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return $"{provider}: {same.Count()} migrations have the id {same.Key}.";

        var roots = facts.Where(fact => fact.Parent is null).Select(fact => fact.Id).ToList();
        if (roots.Count != 1) yield return $"{provider}: there must be one first migration, but there are {roots.Count}{Listed(roots)}.";

        var heads = facts.Where(fact => !facts.Exists(other => other.Parent == fact.Id)).Select(fact => fact.Id).ToList();
        if (heads.Count != 1) yield return $"{provider}: there must be one last migration, but there are {heads.Count}{Listed(heads)}. Remove one, rebase it on the other, and add it again.";

        foreach (var fact in facts)
        {
            if (fact.Parent is not null && !ids.Contains(fact.Parent)) yield return $"{provider}: {fact.Id} follows {fact.Parent}, which does not exist.";
            if (string.CompareOrdinal(fact.Parent, fact.Id) >= 0) yield return $"{provider}: {fact.Id} would run before {fact.Parent}, which it follows; give it a later id.";
            if (!ids.Contains(fact.CompatibleFrom) || string.CompareOrdinal(fact.CompatibleFrom, fact.Id) > 0)
                yield return $"{provider}: {fact.Id} declares {fact.CompatibleFrom} as the oldest release that can serve; that must be itself or an earlier migration.";
            if (fact.TakesAway.Count > 0 && fact.CompatibleFrom != fact.Id)
                yield return $"{provider}: {fact.Id} {string.Join(", ", fact.TakesAway)}, yet declares that releases from {fact.CompatibleFrom} on can serve. Expand first, contract in a later release, and declare its own id.";
            if (fact.Undeclared.Count > 0)
                yield return $"{provider}: {fact.Id} runs \"{string.Join("\", \"", fact.Undeclared)}\" outside a transaction without saying so. Derive it from StepwiseMigration, and make that a step of its own.";
            if (fact.BlockingIndexes.Count > 0)
                yield return $"{provider}: {fact.Id} builds {string.Join(", ", fact.BlockingIndexes)} in a transaction, and every change of a record would wait for the end of it. Derive it from StepwiseMigration, and build it with IndexConcurrently.";
            if (fact.NotOneTransaction is not null && string.IsNullOrWhiteSpace(fact.NotOneTransaction))
                yield return $"{provider}: {fact.Id} declares that it is not one transaction without a reason. Say in NotOneTransaction why one does not do.";
            if (fact is { NotOneTransaction: not null, Parent: null })
                yield return $"{provider}: {fact.Id} is the first migration and not one transaction; the note of how far it came needs the schema that a first one makes.";
        }
    }

    private static IEnumerable<string> Differences(List<IGrouping<string, MigrationFact>> providers)
    {
        if (providers.Count != 2) yield return $"There must be migrations for two providers, but there are for {providers.Count}.";
        foreach (var (one, other) in providers.SelectMany(one => providers.Where(other => other.Key != one.Key).Select(other => (one, other))))
        {
            foreach (var fact in one.Where(fact => other.All(twin => twin.Id != fact.Id))) yield return $"{fact.Id} exists for {one.Key} only.";
            if (string.CompareOrdinal(one.Key, other.Key) > 0) continue;
            foreach (var fact in one.Where(fact => other.Any(twin => twin.Id == fact.Id && (twin.Parent != fact.Parent || twin.CompatibleFrom != fact.CompatibleFrom))))
                yield return $"{fact.Id} says another parent or another oldest release for {one.Key} than for {other.Key}.";
        }
    }

    private static string Listed(List<string> ids) => ids.Count == 0 ? "" : $" ({string.Join(", ", ids)})";
}
