using System.Net;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>Whatever operation of the document takes a condition holds to it: of two writers with one tag, one writes.</summary>
[Trait("Needs", "Engine")]
public sealed class TwoWritersTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private static readonly string[] Texts = ["title", "name", "first_name"];

    [Fact]
    public async Task Of_two_writers_with_one_tag_one_writes_and_the_other_is_told()
    {
        var operations = await ConditionalAsync(isReadable: true);
        (await FindingsAsync(service.Admin, operations)).ShouldBeEmpty();
        Records.Addresses.Keys.Except(operations.Select(operation => operation.Path)).ShouldBeEmpty("no operation takes a condition there");
    }

    [Fact]
    public async Task An_operation_that_passes_over_the_condition_is_found()
    {
        using var deaf = service.CreateDefaultClient(new Planted(request => request.Headers.Remove("If-Match")));
        deaf.DefaultRequestHeaders.Authorization = service.Admin.DefaultRequestHeaders.Authorization;

        var findings = await FindingsAsync(deaf, (await ConditionalAsync(isReadable: true)).Where(operation => operation.Path.Contains("/incidents/", StringComparison.Ordinal)));

        findings.ShouldContain(finding => finding.StartsWith("PATCH /api/v1/incidents/{incident_id}: "));
    }

    [Fact]
    public async Task A_stale_tag_changes_nothing()
    {
        var records = new Records(service);
        foreach (var operation in await ConditionalAsync(isReadable: true))
        {
            var address = await AddressAsync(operation, records);
            var before = await service.Admin.Get(address);

            (await SendAsync(service.Admin, operation, address, "\"stale\"", 1)).Status.ShouldBe(HttpStatusCode.PreconditionFailed, $"{operation}");

            (await service.Admin.Get(address)).EntityTag.ShouldBe(before.EntityTag, $"{operation}");
        }
    }

    [Fact]
    public async Task Where_nothing_is_read_there_is_no_tag_that_could_match()
    {
        foreach (var operation in await ConditionalAsync(isReadable: false))
        {
            var address = string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? "1" : part));
            (await SendAsync(service.Admin, operation, address, "\"any\"", 1)).Status.ShouldBe(HttpStatusCode.PreconditionFailed, $"{operation}");
        }
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(HttpClient client, IEnumerable<ApiOperation> operations)
    {
        var records = new Records(service);
        var findings = new List<string>();
        foreach (var operation in operations)
        {
            var address = await AddressAsync(operation, records);
            var tag = (await service.Admin.Get(address)).MustBe(HttpStatusCode.OK).EntityTag.ShouldNotBeNull(address);
            var answers = await Task.WhenAll(Enumerable.Range(1, 2).Select(writer => SendAsync(client, operation, address, tag, writer)));
            var late = await SendAsync(client, operation, address, tag, 3);
            if (answers.Count(answer => (int)answer.Status < 300) != 1 || answers.Count(answer => IsTold(operation, answer)) != 1 || !IsTold(operation, late))
                findings.Add($"{operation}: {string.Join(" and ", answers.Append(late).Select(answer => $"{(int)answer.Status} {answer.Text}"))}");
        }

        return findings;
    }

    private static Task<string> AddressAsync(ApiOperation operation, Records records)
    {
        Records.Addresses.ShouldContainKey(operation.Path, $"{operation} takes If-Match; add its address to {nameof(Records)}.{nameof(Records.Addresses)}.");
        return Records.Addresses[operation.Path](records);
    }

    private async Task<IReadOnlyList<ApiOperation>> ConditionalAsync(bool isReadable)
    {
        var all = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service").Operations;
        var found = all.Values.Where(operation => operation.Parameters.ContainsKey("header If-Match") && all.ContainsKey(ApiContract.Key("GET", operation.Path)) == isReadable).ToList();
        found.Count.ShouldBeGreaterThan(5);
        return found;
    }

    private Task<Answer> SendAsync(HttpClient client, ApiOperation operation, string address, string tag, int writer)
    {
        object? body = operation.Request.Count == 0 ? null : new Dictionary<string, string>(
            Texts.Where(operation.Request.ContainsKey).Take(1).Select(name => KeyValuePair.Create(name, $"Written by {writer}")));
        return client.Send(new HttpMethod(operation.Method), address, body, ("If-Match", tag));
    }

    /// <summary>Who wants to delete what is gone by now may be told that instead.</summary>
    private static bool IsTold(ApiOperation operation, Answer answer) =>
        answer.Status == HttpStatusCode.PreconditionFailed || (operation.Method == "DELETE" && answer.Status == HttpStatusCode.NotFound);
}
