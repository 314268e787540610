using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

/// <summary>A service in this process that does what the contract says, until a test tells it to do something else.</summary>
internal sealed class FakeService : IDisposable
{
    private readonly HttpListener listener;
    private readonly Dictionary<string, JsonObject> stored = [];
    private readonly Dictionary<string, (int Status, string Body)> overrides = [];

    public FakeService()
    {
        (listener, Address) = Listen();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public string BuildId { get; set; } = "build-1";

    public string Revision { get; set; } = "20261123000000_Initial";

    /// <summary>What was written is gone, as after a restart on a volume that was none.</summary>
    public void Forget() => stored.Clear();

    public void Change(string path, Action<JsonObject> change) => change(stored[path]);

    /// <summary>For a path, whatever its query.</summary>
    public void Answer(string path, int status, string body) => overrides[path] = (status, body);

    public void Dispose() => listener.Close();

    private static (HttpListener, Uri) Listen()
    {
        while (true)
        {
            var address = $"http://127.0.0.1:{Deployment.Stacks.FreePort.Find()}/";
            var candidate = new HttpListener { Prefixes = { address } };
            try
            {
                candidate.Start();
                return (candidate, new Uri(address));
            }
            catch (HttpListenerException)
            {
                candidate.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, body) = await AnswerAsync(context.Request);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }

    private async Task<(int, string)> AnswerAsync(HttpListenerRequest request)
    {
        var path = request.Url!.AbsolutePath;
        if (overrides.TryGetValue(path, out var told))
            return told;
        using var reader = new StreamReader(request.InputStream);
        var body = await reader.ReadToEndAsync();
        return (request.HttpMethod, path) switch
        {
            ("GET", "/healthz") => (200, """{"status":"ok"}"""),
            ("GET", "/readyz") => (200, $$"""{"status":"ready","database":"connected","schema":"{{Revision}}"}"""),
            ("GET", "/api/v1/meta/version") => (200, $$"""{"version":"1.2.3","commit":"abc","build_id":"{{BuildId}}","schema_revision":"{{Revision}}"}"""),
            ("POST", "/api/v1/auth/login") => (200, """{"access_token":"access-token-of-the-fake","refresh_token":"refresh-token-of-the-fake"}"""),
            ("POST", "/api/v1/policies" or "/api/v1/incidents" or "/api/v1/standards" or "/api/v1/risks" or "/api/v1/audits/templates" or "/api/v1/complaints" or "/api/v1/rta" or "/api/v1/rtas" or "/api/v1/actions") => Create(path, body),
            ("GET", "/api/v1/audit-trail") => (200, Audit(request.QueryString["entity_type"]!, request.QueryString["entity_id"]!)),
            ("GET", _) when stored.TryGetValue(path, out var found) => (200, found.ToJsonString()),
            _ => (404, """{"error_code":"404"}"""),
        };
    }

    private (int, string) Create(string path, string body)
    {
        var record = JsonNode.Parse(body)!.AsObject();
        record["id"] = 7;
        record["reference_number"] = "REF-2026-0001";
        stored[$"{path}/7"] = record;
        return (201, record.ToJsonString());
    }

    private static string Audit(string type, string id) =>
        $$"""{"items":[{"id":1,"action":"create","entity_type":"{{type}}","entity_id":"{{id}}","actor_id":1,"request_id":"r-1"}],"total":1}""";
}
