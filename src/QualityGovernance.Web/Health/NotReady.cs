using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Web.Health;

/// <summary>
/// The envelope of every error, with one difference: <c>status</c> holds <c>not_ready</c>, which probes read, where problem details
/// have the number. RFC 9457 has readers ignore a member of another type.
/// </summary>
internal sealed record NotReady(
    string Status,
    string Database,
    string? Schema,
    string Version,
    string Type,
    string Title,
    string Detail,
    string Instance,
    string ErrorCode,
    string Message,
    IReadOnlyDictionary<string, string?> Details,
    string RequestId)
{
    public static NotReady Because(string problem, SchemaState? state, string version, string requestId) => new(
        Status: "not_ready",
        Database: state is null ? "unknown" : state.Connected ? "connected" : "unreachable",
        Schema: state?.Applied,
        Version: version,
        Type: "about:blank",
        Title: "Service Unavailable",
        Detail: problem,
        Instance: Probes.Readiness,
        ErrorCode: "503",
        Message: problem,
        Details: new Dictionary<string, string?>(StringComparer.Ordinal),
        RequestId: requestId);
}
