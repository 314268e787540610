using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

/// <summary>A host with one endpoint for every way in which a request goes wrong.</summary>
public sealed class ErrorHost : IAsyncLifetime
{
    private PlatformHost? _host;

    public HttpClient Client => _host!.Client;

    public int Port => _host!.Port;

    public async Task InitializeAsync() => _host = await PlatformHost.StartAsync(Map, add: Add);

    public async Task DisposeAsync() => await _host!.DisposeAsync();

    private static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddAuthorization();
    }

    private static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/fine", () => TypedResults.Ok(new Sample("fine", Colour: Colour.DarkBlue)));
        app.MapPost("/samples", (Sample sample) => TypedResults.Ok(sample));
        app.MapPost("/strict", (Strict strict) => TypedResults.Ok(strict));
        app.MapPatch("/samples", (SamplePatch patch) => TypedResults.Ok(new[] { patch.Title.HasValue ? patch.Title.Value ?? "(null)" : "(absent)" }));
        app.MapGet("/numbers/{number_id}", (int number_id, bool? flag) => TypedResults.Ok(number_id));
        app.MapGet("/pages", ([DefaultPageSize(50)] PageRequest page) => TypedResults.Ok(Page.Of<int>([], 0, page)));
        app.MapGet("/throws", string () => throw new InvalidOperationException("Password=hunter2 at the core"));
        app.MapGet("/unauthorized", () => TypedResults.Ok()).RequireAuthorization();
        app.MapGet("/forbidden", (HttpContext http) => http.ForbidAsync());
        app.MapGet("/not-found", () => ApiProblem.NotFound("Policy", 7));
        app.MapGet("/conflict", () => ApiProblem.Conflict("Taken.", new Dictionary<string, object?> { ["taken_by"] = 9 }));
        app.MapGet("/limited", () => ApiProblem.TooManyRequests(TimeSpan.FromSeconds(29.2)));
        app.MapGet("/stale", () => ApiProblem.PreconditionFailed());
        app.MapGet("/status/{status}", (int status) => TypedResults.StatusCode(status));
        app.MapGet("/database", string () => throw new InvalidOperationException("outer", new FakeDatabaseException(null, transient: true)));
        app.MapGet("/no-such-database", string () => throw new FakeDatabaseException("3D000", transient: false));
        app.MapGet("/no-such-file", string () => throw new Microsoft.Data.Sqlite.SqliteException("unable to open", 14));
        app.MapGet("/no-such-table", string () => throw new Microsoft.Data.Sqlite.SqliteException("no such table", 1));
        app.MapGet("/unstorable", string () => throw new FakeDatabaseException("22021", transient: false));
        app.MapGet("/constraint", string () => throw new FakeDatabaseException("23505", transient: false));
    }
}
