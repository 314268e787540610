namespace QualityGovernance.Deployment.Documents.Variables;

/// <summary>A setting, as the service describes it.</summary>
/// <param name="Name">Its variable.</param>
/// <param name="Default">What holds where it is left out, in words.</param>
/// <param name="Rule">What is accepted.</param>
/// <param name="File">The variable that names a file with the value; null for what is no secret.</param>
/// <param name="Vault">The variable that names a secret of a vault; null for what is no secret.</param>
public sealed record DescribedSetting(string Name, string Default, string Rule, string? File, string? Vault);
