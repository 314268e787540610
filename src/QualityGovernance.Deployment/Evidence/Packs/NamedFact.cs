namespace QualityGovernance.Deployment.Evidence.Packs;

/// <param name="Name">In words.</param>
/// <param name="Fact">As a receipt has it.</param>
public sealed record NamedFact(string Name, Fact<string> Fact);
