namespace QualityGovernance.Deployment.Databases;

/// <summary>A migration that is not one transaction, and of which a part is applied. The database says so itself, in a table that is there only meanwhile.</summary>
/// <param name="Id">It is not among those that are applied.</param>
/// <param name="Applied">How many of its steps are.</param>
/// <param name="Steps">How many it has.</param>
public sealed record HalfAppliedMigration(string Id, int Applied, int Steps)
{
    public override string ToString() => $"{Id} is half applied: {Applied} of {Steps} steps";
}
