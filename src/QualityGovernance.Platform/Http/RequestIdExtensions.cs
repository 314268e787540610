using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Http;

public static class RequestIdExtensions
{
    /// <summary>The id that this request carries in answers, log entries and audit entries.</summary>
    public static string GetRequestId(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TraceIdentifier;
    }
}
