using Serilog.Core;
using Serilog.Events;

namespace QualityGovernance.Platform.Observability;

/// <summary>
/// Takes out what the host adds to each entry of a request: a second request id that nobody outside has seen, and the address,
/// which may hold what a caller keeps secret.
/// </summary>
internal sealed class HostScope : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent("RequestId");
        logEvent.RemovePropertyIfPresent("RequestPath");
        logEvent.RemovePropertyIfPresent("ConnectionId");
    }
}
