using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Drills;

/// <summary>A record that was written through the application to be looked for after the recovery.</summary>
/// <param name="Path">Where it is read.</param>
/// <param name="Acknowledged">When the application said that it is written.</param>
/// <param name="Stored">As the application gave it back.</param>
internal sealed record DrillMarker(string Path, DateTimeOffset Acknowledged, JsonObject Stored);
