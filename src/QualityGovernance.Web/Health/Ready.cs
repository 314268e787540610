namespace QualityGovernance.Web.Health;

/// <param name="Status"><c>ready</c>.</param>
/// <param name="Database"><c>connected</c>.</param>
/// <param name="Schema">The revision applied in the database.</param>
/// <param name="Version">Of the service.</param>
/// <param name="RequestId">Of this request.</param>
internal sealed record Ready(string Status, string Database, string? Schema, string Version, string RequestId);
