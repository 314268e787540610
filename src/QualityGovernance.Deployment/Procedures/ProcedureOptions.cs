namespace QualityGovernance.Deployment.Procedures;

/// <summary>What a procedure is called and where it leaves its record.</summary>
/// <param name="Name">As the target is called, for example Deploy.</param>
/// <param name="Root">The checkout that it works from.</param>
/// <param name="RunsFolder">Where runs are recorded.</param>
/// <param name="NextCommand">What to type after a failure that names no command of its own.</param>
public sealed record ProcedureOptions(string Name, string Root, string RunsFolder, string? NextCommand = null);
