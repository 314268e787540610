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
    public async Task No_operation_finds_or_changes_a_part_below_another_record()
    {
        var operations = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service").Operations.Values.Where(operation => operation.Path.Count(character => character == '{') > 1).ToList();
        var records = new Records(service);
        var asked = new HashSet<string>();
        foreach (var operation in operations)
        {
            var pattern = Records.PartsOfOthers.Keys.SingleOrDefault(pattern => operation.Path.StartsWith(pattern, StringComparison.Ordinal));
            pattern.ShouldNotBeNull($"{operation} has two ids; add its address to {nameof(Records)}.{nameof(Records.PartsOfOthers)}.");
            var address = await Records.PartsOfOthers[pattern](records) + operation.Path[pattern.Length..];
            var before = await Rows.CountAsync(service);

            var answer = await service.Admin.Send(new HttpMethod(operation.Method), address, operation.Request.Count > 0 ? new { } : null);

            answer.Status.ShouldBe(HttpStatusCode.NotFound, $"{operation} at {address}: {answer.Text}");
            (await Rows.CountAsync(service)).ShouldBe(before, $"{operation} wrote");
            asked.Add(pattern);
        }

        asked.Order().ShouldBe(Records.PartsOfOthers.Keys.Order());
    }

    /// <summary>Else a 404 above would say nothing. Its own record was made just before the other one.</summary>
    [Fact]
    public async Task The_same_part_is_found_below_its_own_record()
    {
        foreach (var (pattern, make) in Records.PartsOfOthers)
        {
            var address = (await make(new Records(service))).Split('/');
            address[4] = $"{int.Parse(address[4]) - 1}";
            var own = string.Join('/', address);
            (await service.Admin.Send(pattern.Contains("versions") ? HttpMethod.Get : HttpMethod.Delete, own, null)).Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.NoContent], own);
        }
    }
}
