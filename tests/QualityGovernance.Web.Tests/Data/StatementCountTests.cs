using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>What an operation costs the database. Every test that calls the service on PostgreSQL counts, see <see cref="StatementLimit"/>; here all operations are called.</summary>
[Trait("Needs", "Engine")]
public sealed class StatementCountTests : IClassFixture<StatementCountTests.ServiceWithPlantedOperations>
{
    private readonly ServiceUnderTest<OnPostgreSql> _service;

    public StatementCountTests(ServiceWithPlantedOperations planted)
    {
        ArgumentNullException.ThrowIfNull(planted);
        _service = planted.Service;
    }

    [Fact]
    public async Task No_operation_needs_more_than_three_statements()
    {
        var counted = new HashSet<string>(StringComparer.Ordinal);
        _service.Statements.Counted = (operation, _) => counted.Add(operation);
        await new OperationWalk(_service).AllAsync();
        _service.Statements.Counted = null;

        var operations = _service.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        operations.Count.ShouldBeGreaterThan(130);
        operations.Except(counted).ShouldBeEmpty("these were never counted while they succeeded: call them in OperationWalk");
    }

    [Fact]
    public async Task A_call_of_an_operation_that_sends_four_statements_fails_and_says_which()
    {
        var failure = await Should.ThrowAsync<Exception>(() => _service.Anonymous.Get("/planted/4"));
        var told = failure.ToString();
        told.ShouldContain("/planted/4");
        told.ShouldContain("sent 4 statements");
        told.ShouldContain("SELECT");
    }

    [Fact]
    public async Task A_call_of_an_operation_that_takes_two_missing_values_for_equal_fails_too()
    {
        var failure = await Should.ThrowAsync<Exception>(() => _service.Anonymous.Get("/planted/loose"));
        failure.ToString().ShouldContain("takes two columns for equal");
    }

    [Fact]
    public async Task Three_statements_are_accepted() => (await _service.Anonymous.Get("/planted/3")).Text.ShouldBe("planted");

    [Fact]
    public async Task Keeping_an_answer_and_comparing_a_record_first_are_not_the_operation_s_own()
    {
        const string New = """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z"}""";
        var incident = await _service.Admin.Send(HttpMethod.Post, "/api/v1/incidents", New, ("Idempotency-Key", "counted"));
        var changed = await _service.Admin.Send(HttpMethod.Patch, $"/api/v1/incidents/{incident.Id}", """{"title":"u"}""", ("If-Match", incident.EntityTag!));
        changed["title"].ShouldBe("u");
    }

    /// <summary>Answers at /planted/{count} with as many statements, and at /planted/loose with a comparison that holds for what is missing.</summary>
    public sealed class ServiceWithPlantedOperations : IAsyncLifetime, IStartupFilter
    {
        public ServiceWithPlantedOperations() => Service = new() { Replacing = services => services.AddSingleton<IStartupFilter>(this) };

        public ServiceUnderTest<OnPostgreSql> Service { get; }

        public Task InitializeAsync() => Service.InitializeAsync();

        public Task DisposeAsync() => ((IAsyncLifetime)Service).DisposeAsync();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/planted", planted => planted.Run(AnswerAsync));
            next(app);
        };

        private static async Task AnswerAsync(HttpContext http)
        {
            var db = http.RequestServices.GetRequiredService<QgpDbContext>();
            if (http.Request.Path == "/loose") await db.AuditEntries.CountAsync(entry => db.AuditEntries.Any(other => other.EntityId == entry.ActorId));
            else for (var sent = 0; sent < int.Parse(http.Request.Path.Value![1..]); sent++) await db.AuditEntries.CountAsync();
            await http.Response.WriteAsync("planted");
        }
    }
}
