namespace QualityGovernance.Web.Tests.Support;

/// <summary>Changes requests on their way, so that the service seems to have a fault.</summary>
internal sealed class Planted(Action<HttpRequestMessage> change) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        change(request);
        return base.SendAsync(request, cancellationToken);
    }
}
