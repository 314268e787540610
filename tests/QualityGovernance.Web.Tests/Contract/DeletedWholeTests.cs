using System.Net;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Contract.Fuzzing;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>What stands below a record goes with it: nothing is found there any more, and nothing is added.</summary>
public sealed class DeletedWholeTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private string _deleted = "";
    private string _living = "";

    [Fact]
    public async Task Nothing_is_found_or_added_below_a_record_that_was_deleted() => (await FindingsAsync(service.Admin)).ShouldBeEmpty();

    [Fact]
    public async Task An_operation_that_does_not_miss_the_record_is_found()
    {
        using var blind = service.CreateDefaultClient(new Planted(request => request.RequestUri = new Uri(request.RequestUri!, request.RequestUri!.PathAndQuery.Replace(_deleted + "/", _living + "/", StringComparison.Ordinal))));
        blind.DefaultRequestHeaders.Authorization = service.Admin.DefaultRequestHeaders.Authorization;

        var findings = await FindingsAsync(blind);

        foreach (var found in new[] { "POST /api/v1/rta/{collision_id}/third-parties", "GET /api/v1/risks/{risk_id}/controls", "POST /api/v1/incidents/{incident_id}/actions" })
            findings.ShouldContain(finding => finding.StartsWith(found));
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(HttpClient client)
    {
        var contract = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service");
        var good = new KnownGood(service.Admin, contract);
        await good.FindAsync();
        var wholes = contract.Operations.Values.Where(operation => operation.Method == "DELETE" && operation.Path.Count(character => character == '{') == 1).Select(operation => operation.Path).ToList();
        var records = new Records(service);
        var findings = new List<string>();
        var asked = 0;
        foreach (var operation in contract.Operations.Values)
        {
            if (wholes.SingleOrDefault(whole => operation.Path.StartsWith(whole + "/", StringComparison.Ordinal)) is not { } whole) continue;
            asked++;
            _living = await Records.Addresses[whole](records);
            var address = await AddressAsync(operation, whole, records);
            _deleted = string.Join('/', address.Split('/').Take(whole.Count(character => character == '/') + 1));
            (await service.Admin.Delete(_deleted)).MustBe(HttpStatusCode.NoContent);
            var answer = await client.Send(new HttpMethod(operation.Method), address, operation.Request.Count > 0 ? Body(operation, good) : null);
            if (answer.Status != HttpStatusCode.NotFound) findings.Add($"{operation} at {address}: {(int)answer.Status} {answer.Text}");
        }

        asked.ShouldBeGreaterThan(15);
        return findings;
    }

    /// <summary>What no trying has found is a step in a life that had not come to it; what it asks for is planned.</summary>
    private JsonObject Body(ApiOperation operation, KnownGood good)
    {
        var body = good.BodyOf(operation);
        if (good.IsKnown(operation)) return body;
        foreach (var (name, _) in KnownGood.Fields(operation).Where(field => field.Value.Format == "date-time")) body[name] = service.Time.GetUtcNow().AddDays(7);
        return body;
    }

    /// <summary>Below a new record; of a part that it has, where the operation is about one.</summary>
    private static async Task<string> AddressAsync(ApiOperation operation, string whole, Records records) =>
        Records.PartsOfOthers.Keys.SingleOrDefault(pattern => operation.Path.StartsWith(pattern, StringComparison.Ordinal)) is { } pattern
            ? Records.Owned(await Records.PartsOfOthers[pattern](records)) + operation.Path[pattern.Length..]
            : await Records.Addresses[whole](records) + operation.Path[whole.Length..];
}
