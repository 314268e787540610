namespace QualityGovernance.Web.Meta;

/// <param name="Version">Of the release.</param>
/// <param name="Commit">The source it was built from.</param>
/// <param name="BuildId">One build of one image.</param>
/// <param name="SchemaRevision">Applied in the database; null when that does not answer.</param>
internal sealed record RunningVersion(string Version, string Commit, string BuildId, string? SchemaRevision);
