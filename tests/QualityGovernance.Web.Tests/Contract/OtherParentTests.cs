using System.Net;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>A part is found only below the record it belongs to, whichever operation of the document asks for it.</summary>
public sealed class OtherParentTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    [Fact]
    public async Task No_operation_finds_or_changes_a_part_below_another_record() => (await FindingsAsync(service.Admin)).ShouldBeEmpty();

    [Fact]
    public async Task An_operation_that_does_not_look_at_the_record_is_found()
    {
        using var blind = service.CreateDefaultClient(new Planted(request => request.RequestUri = new Uri(request.RequestUri!, Records.Owned(request.RequestUri!.PathAndQuery))));
        blind.DefaultRequestHeaders.Authorization = service.Admin.DefaultRequestHeaders.Authorization;

        var findings = await FindingsAsync(blind);

        foreach (var found in new[] { "GET /api/v1/policies/{policy_id}/versions/{number}", "PUT /api/v1/policies/{policy_id}/versions/{number}", "DELETE /api/v1/rta/{collision_id}/third-parties/{third_party_id}" })
            findings.ShouldContain(finding => finding.StartsWith(found));
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(HttpClient client)
    {
        var operations = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service").Operations.Values.Where(operation => operation.Path.Count(character => character == '{') > 1);
        var records = new Records(service);
        var findings = new List<string>();
        var asked = new HashSet<string>();
        foreach (var operation in operations)
        {
            var pattern = Records.PartsOfOthers.Keys.SingleOrDefault(pattern => operation.Path.StartsWith(pattern, StringComparison.Ordinal));
            pattern.ShouldNotBeNull($"{operation} has two ids; add its address to {nameof(Records)}.{nameof(Records.PartsOfOthers)}.");
            asked.Add(pattern);
            var address = await Records.PartsOfOthers[pattern](records) + operation.Path[pattern.Length..];
            var before = await Rows.CountAsync(service);
            var answer = await client.Send(new HttpMethod(operation.Method), address, operation.Request.Count > 0 ? new { } : null);
            if (answer.Status != HttpStatusCode.NotFound) findings.Add($"{operation} at {address}: {(int)answer.Status} {answer.Text}");
            if (await Rows.CountAsync(service) != before) findings.Add($"{operation} at {address}: something was written");
        }

        asked.Order().ShouldBe(Records.PartsOfOthers.Keys.Order());
        return findings;
    }
}
