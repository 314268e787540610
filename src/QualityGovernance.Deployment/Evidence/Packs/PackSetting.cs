namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>One setting of the product, as its image describes it. There is no place for its value.</summary>
/// <param name="Name">Of the variable.</param>
/// <param name="Source">file, variable or default.</param>
/// <param name="Rule">What it has to be.</param>
/// <param name="Secret">Whether its value is one.</param>
public sealed record PackSetting(string Name, string Source, string Rule, bool Secret);
