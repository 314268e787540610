namespace QualityGovernance.Deployment.Documents;

/// <summary>What documents are made from.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="ServiceProgram">The compiled service of this checkout.</param>
public sealed record DocumentOptions(string Root, string ServiceProgram)
{
    /// <summary>Writes all of them anew.</summary>
    public const string GenerateCommand = "./build.sh GenerateDocuments";

    /// <summary>The image of which an inventory is taken: the one that was rehearsed last.</summary>
    public string Image { get; init; } = "quality-governance:rehearsed";

    /// <summary>Leaves the inventory out, which nobody can take without an engine.</summary>
    public bool WithoutEngine { get; init; }
}
