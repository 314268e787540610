using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests;

/// <summary>Sends what nobody should send to every operation. Whatever comes is an error of the caller, said in the envelope, and nothing is written.</summary>
public abstract class BadInputTests(IServiceUnderTest service)
{
    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "nothing", [] },
        { "null", "null"u8.ToArray() },
        { "an array", "[]"u8.ToArray() },
        { "a text", "\"x\""u8.ToArray() },
        { "half an object", "{\"title\":"u8.ToArray() },
        { "invalid UTF-8", [.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8] },
        { "a lone surrogate", "{\"title\":\"\\ud800\",\"name\":\"\\ud800\",\"email\":\"\\ud800\"}"u8.ToArray() },
        { "deep JSON", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2_000)) + "1" + new string('}', 2_000)) },
        { "huge numbers", "{\"title\":1e400,\"name\":99999999999999999999,\"email\":-1}"u8.ToArray() },
        { "unknown members", "{\"__proto__\":{},\"$type\":\"System.String\"}"u8.ToArray() },
        { "a member twice", "{\"title\":\"a\",\"title\":\"b\",\"name\":\"a\",\"name\":\"b\"}"u8.ToArray() },
        { "a long text", Encoding.UTF8.GetBytes($"{{\"title\":\"{new string('x', 1_000_000)}\",\"description\":\"{new string('x', 1_000_000)}\"}}") },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task No_body_makes_an_operation_fail_or_write(string what, byte[] body)
    {
        var before = await service.InDatabaseAsync(db => db.AuditEntries.CountAsync());
        foreach (var (method, path) in Writing())
        {
            using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            using var response = await service.Admin.SendAsync(request);

            ((int)response.StatusCode).ShouldBeInRange(400, 499, $"{method} {path} with {what}");
            (await response.Content.ReadAsStringAsync()).ShouldContain("\"error_code\"");
        }

        (await service.InDatabaseAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_as_such()
    {
        foreach (var (method, path) in Writing(withBodyOnly: true))
        {
            using var request = new HttpRequestMessage(method, path) { Content = new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded") };
            using var response = await service.Admin.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType, $"{method} {path}");
        }
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%FF")]
    [InlineData("'; DROP TABLE users; --")]
    [InlineData("\\")]
    [InlineData("%25%5F")]
    public async Task No_filter_makes_a_list_fail(string value)
    {
        var filters = await FiltersAsync();
        filters.ShouldContain("/api/v1/users?search=");
        foreach (var filter in filters)
            ((int)(await service.Admin.Get(filter + value)).Status).ShouldBeLessThan(500, filter + value);
    }

    /// <summary>Every member that the document has in the query of a GET.</summary>
    private async Task<IReadOnlyList<string>> FiltersAsync() =>
    [
        .. from operation in ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service").Operations.Values
           where operation.Method == "GET"
           from parameter in operation.Parameters.Keys
           where parameter.StartsWith("query ", StringComparison.Ordinal)
           select $"{WithIds(operation.Path)}?{parameter["query ".Length..]}=",
    ];

    private static string WithIds(string path) => Regex.Replace(path, @"\{\w+\}", "999999", RegexOptions.None, TimeSpan.FromSeconds(1));

    private IEnumerable<(HttpMethod Method, string Path)> Writing(bool withBodyOnly = false) =>
        from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        where method is "POST" or "PUT" or "PATCH"
        where !withBodyOnly || endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        select (new HttpMethod(method), WithIds(endpoint.RoutePattern.RawText!));
}

[Trait("Needs", "Engine")]
public sealed class BadInputTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : BadInputTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class BadInputTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : BadInputTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
