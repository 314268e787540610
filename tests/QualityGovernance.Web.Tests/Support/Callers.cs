using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>Lets a request of a test come from the address that its header names; without the header it comes from nowhere, as all of them do.</summary>
internal sealed class Callers : IStartupFilter
{
    public const string Header = "Test-Caller";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, then) =>
        {
            if (http.Request.Headers[Header] is [{ } address]) http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return then(http);
        });
        next(app);
    };
}
