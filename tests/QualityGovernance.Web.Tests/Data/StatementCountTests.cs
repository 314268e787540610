using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>
/// What an operation costs the database. A module adds its line to <see cref="Modules"/>. The look-up of the account, one statement with every request, is
/// counted apart, because no operation can save it: a disabled account must be out at once.
/// </summary>
[Trait("Needs", "Engine")]
public sealed class StatementCountTests(ObservedService observed) : IClassFixture<ObservedService>
{
    private const int Most = 3;

    /// <summary>Path, a body that creates, and how and with what a record is changed.</summary>
    public static TheoryData<string, string, string, string> Modules => new()
    {
        { "/api/v1/policies", """{"title":"t","description":"d"}""", "PUT", """{"title":"u"}""" },
        { "/api/v1/incidents", """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z"}""", "PATCH", """{"title":"u"}""" },
        { "/api/v1/complaints", """{"title":"t","description":"d","received_date":"2026-01-05T10:00:00Z","complainant_name":"A"}""", "PATCH", """{"title":"u"}""" },
        { "/api/v1/rta", """{"title":"t","description":"d","collision_date":"2026-01-05T10:00:00Z"}""", "PATCH", """{"title":"u"}""" },
        { "/api/v1/users", """{"email":"counted@example.org","first_name":"A","last_name":"B","password":"long enough"}""", "PATCH", """{"first_name":"C"}""" },
    };

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task No_operation_of_a_module_needs_more_than_three_statements(string path, string create, string method, string change)
    {
        var record = await CountedAsync(HttpMethod.Post, path, create);
        await CountedAsync(HttpMethod.Post, path, create.Replace("counted@", "again@", StringComparison.Ordinal));
        var list = await CountedAsync(HttpMethod.Get, $"{path}?page_size=1", null);
        await CountedAsync(HttpMethod.Get, $"{path}?page_size=1&after={list.NextAfter}", null);
        await CountedAsync(HttpMethod.Get, $"{path}/{record.Id}", null);
        await CountedAsync(new HttpMethod(method), $"{path}/{record.Id}", change);
        await CountedAsync(HttpMethod.Delete, $"{path}/{record.Id}", null);
    }

    [Fact]
    public async Task No_step_in_the_life_of_a_policy_needs_more_than_three_statements()
    {
        var policy = await CountedAsync(HttpMethod.Post, "/api/v1/policies", """{"title":"t","content":"c"}""");
        var address = $"/api/v1/policies/{policy.Id}";
        var reviewer = observed.Service.ClientOf(await observed.Service.AddUserAsync(superuser: true));
        for (var number = 1; number <= 2; number++)
        {
            if (number > 1) await CountedAsync(HttpMethod.Post, $"{address}/versions", "{}");
            await CountedAsync(HttpMethod.Put, $"{address}/versions/{number}", """{"content":"d"}""");
            await CountedAsync(HttpMethod.Post, $"{address}/versions/{number}/submit", "{}");
            await CountedAsync(HttpMethod.Post, $"{address}/versions/{number}/approve", "{}", reviewer);
            await CountedAsync(HttpMethod.Post, $"{address}/versions/{number}/publish", "{}", reviewer);
            await CountedAsync(HttpMethod.Post, $"{address}/acknowledgements", $$"""{"version":{{number}}}""");
        }

        foreach (var part in new[] { "versions?page_size=1", "versions/2", "acknowledgements" }) await CountedAsync(HttpMethod.Get, $"{address}/{part}", null);
        await CountedAsync(HttpMethod.Post, $"{address}/versions/2/retire", "{}", reviewer);
    }

    [Fact]
    public async Task An_operation_with_too_many_statements_is_found()
    {
        var sent = await StatementsOfAsync(() => observed.Service.Admin.Get("/api/v1/audit-trail"));
        Check("planted", [.. sent, .. sent, .. sent]).ShouldNotBeNull().ShouldContain("planted");
    }

    private async Task<Answer> CountedAsync(HttpMethod method, string path, string? body, HttpClient? client = null)
    {
        Answer? answer = null;
        var sent = await StatementsOfAsync(async () => answer = await (client ?? observed.Service.Admin).Send(method, path, body));
        ((int)answer!.Status).ShouldBeInRange(200, 299, $"{method} {path}: {answer.Text}");
        Check($"{method} {path}", sent).ShouldBeNull();
        return answer;
    }

    private async Task<IReadOnlyList<Statement>> StatementsOfAsync(Func<Task<Answer>> request)
    {
        observed.Statements.Clear();
        await request();
        return observed.Statements.Sent;
    }

    /// <summary>Null when it is within the limit.</summary>
    private static string? Check(string operation, IReadOnlyList<Statement> sent)
    {
        var own = sent.Where((statement, index) => index > 0 || !statement.Text.Contains("is_superuser", StringComparison.Ordinal)).ToList();
        own.Count.ShouldBeLessThan(Math.Max(sent.Count, 1), "the look-up of the account comes first");
        return own.Count <= Most ? null : $"{operation} sends {own.Count} statements: {string.Join("\n", own.Select(statement => statement.Text))}";
    }
}
