using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Data;

/// <summary>Changes come from the user of the current request.</summary>
internal sealed class RequestOrigin(IHttpContextAccessor accessor) : IChangeOrigin
{
    public int? ActorId => accessor.HttpContext is { } http ? CurrentUser.Of(http)?.Id : null;

    public string? RequestId => accessor.HttpContext?.GetRequestId();
}
