using System.Net;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>A list that is narrowed to a period refuses one that ends before it begins, instead of being empty.</summary>
public sealed class PeriodTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    [Fact]
    public async Task No_list_takes_a_period_that_ends_before_it_begins()
    {
        var lists = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service").Operations.Values
            .Where(operation => operation.Parameters.ContainsKey("query from") && operation.Parameters.ContainsKey("query to")).Select(operation => operation.Path).ToList();
        lists.ShouldContain("/api/v1/rta");

        foreach (var list in lists)
        {
            (await service.Admin.Get($"{list}?from=2026-05-02&to=2026-05-01")).WrongFields.ShouldBe(["from"], list);
            (await service.Admin.Get($"{list}?from=2026-05-01T01:00:00%2B02:00&to=2026-05-01")).Status.ShouldBe(HttpStatusCode.OK, list);
            (await service.Admin.Get($"{list}?from=2026-05-01&to=2026-05-01")).Status.ShouldBe(HttpStatusCode.OK, list);
        }
    }
}
