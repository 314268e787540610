using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Through the application: what was written is there, with its audit entry, and is still the same after a restart.</summary>
internal sealed class VerifyDatabaseStep(IRehearsalStack stack, RehearsalSecrets secrets, SecretMask mask, ApplicationReady ready, string run) : IStep
{
    public string Name => nameof(RehearsalStep.VerifyDatabase);

    public TimeSpan Deadline => TimeSpan.FromMinutes(4);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        List<Written> written = [];
        using (var client = ApplicationReady.NewClient(stack.Address))
        {
            var api = await LogInAsync(client, cancellation);
            foreach (var record in SmokeRecord.ForRun(run))
                written.Add(await WriteAsync(api, record, written, context, cancellation));
        }

        await stack.RestartApplicationAsync(context, cancellation);
        await ready.WaitAsync(context, cancellation);

        using var again = ApplicationReady.NewClient(stack.Address);
        var reader = await LogInAsync(again, cancellation);
        foreach (var record in written)
        {
            await SameAsync(reader, record.Path, record.Stored, cancellation);
            await SameAsync(reader, record.AuditPath, record.Audit, cancellation);
            context.Observe($"{record.EntityType}-after-restart", "equal");
        }
    }

    private async Task<ApiClient> LogInAsync(HttpClient client, CancellationToken cancellation)
    {
        var api = new ApiClient(client);
        foreach (var token in await api.LogInAsync(RehearsalSecrets.AdministratorEmail, secrets.AdministratorPassword, cancellation))
            mask.Register(token);
        return api;
    }

    private static async Task<Written> WriteAsync(ApiClient api, SmokeRecord record, IReadOnlyList<Written> before, StepContext context, CancellationToken cancellation)
    {
        var body = record.Body.DeepClone().AsObject();
        foreach (var (member, named) in record.Refers) body[member] = IdOf(named, before);
        var created = await api.CreateAsync(record.Path, body, cancellation);
        var id = created["id"] ?? throw new ApiException($"POST {record.Path}", created, "an id");
        var path = $"{record.Path}/{id}";
        var stored = await api.GetAsync(path, cancellation);
        foreach (var (property, value) in body)
        {
            if (!SameValue(stored[property], value))
                throw new ApiException($"GET {path}", stored, $"\"{property}\" as it was written: {value?.ToJsonString()}");
        }

        var auditPath = $"/api/v1/audit-trail?entity_type={record.EntityType}&entity_id={id}";
        var audit = await api.GetAsync(auditPath, cancellation);
        var entry = (audit.Json?["items"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(item => (string?)item["action"] == "create");
        if (entry?["actor_id"] is null || string.IsNullOrEmpty((string?)entry["request_id"]))
            throw new ApiException($"GET {auditPath}", audit, "the entry of the creation with its actor and request id");
        context.Observe(record.EntityType, $"{stored["reference_number"] ?? id} written, read back, audit entry {entry["id"]}");
        return new Written(record.EntityType, path, stored, auditPath, audit, entry);
    }

    private static async Task SameAsync(ApiClient api, string path, JsonAnswer before, CancellationToken cancellation)
    {
        var now = await api.GetAsync(path, cancellation);
        if (!JsonNode.DeepEquals(now.Json, before.Json))
            throw new ApiException($"GET {path} after the restart", now, $"what it was before: {before}");
    }

    /// <summary>A time may come back in another spelling of the same instant.</summary>
    private static bool SameValue(string? stored, JsonNode? written)
    {
        var text = written is JsonValue value && value.TryGetValue<string>(out var given) ? given : written?.ToJsonString();
        return stored == text
            || (DateTimeOffset.TryParse(stored, out var one) && DateTimeOffset.TryParse(text, out var other) && one == other);
    }

    private static JsonNode? IdOf(string named, IReadOnlyList<Written> before) => named == SmokeRecord.Administrator
        ? before[0].Creation["actor_id"]?.DeepClone()
        : before.First(written => written.EntityType == named).Stored.Json?["id"]?.DeepClone();

    private sealed record Written(string EntityType, string Path, JsonAnswer Stored, string AuditPath, JsonAnswer Audit, JsonObject Creation);
}
