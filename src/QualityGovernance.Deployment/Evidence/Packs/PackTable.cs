namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>A part of a pack as a table, which each form of the pack writes in its own way.</summary>
/// <param name="Title">Of the part.</param>
/// <param name="Columns">Their heads; empty for pairs of a name and what is so.</param>
/// <param name="Rows">In order.</param>
/// <param name="Note">A sentence below the title; empty where none is needed.</param>
internal sealed record PackTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<PackCell>> Rows, string Note = "")
{
    /// <summary>The same part's name as an anchor.</summary>
    public string Anchor => Title.ToLowerInvariant().Replace(' ', '-');
}
