using System.Linq.Expressions;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Incidents;

namespace QualityGovernance.Web.Tests.Http;

public abstract class CursorTests(IServiceUnderTest service)
{
    private const string Incidents = "/api/v1/incidents";

    [Fact]
    public async Task Going_on_place_by_place_shows_what_going_on_page_by_page_shows()
    {
        for (var index = 0; index < 5; index++) await ReportAsync();
        await service.Admin.Post("/api/v1/policies", new { title = "One" });
        await service.Admin.Post("/api/v1/policies", new { title = "Two" });
        await service.AddUserAsync();

        foreach (var path in new[] { Incidents, "/api/v1/policies", "/api/v1/users", "/api/v1/audit-trail" })
        {
            var all = (await service.Admin.Get($"{path}?page_size=100")).MustBe(HttpStatusCode.OK);
            all.NextAfter.ShouldBeNull();
            var (seen, page) = (new List<int>(), 0);
            for (var after = ""; after is not null;)
            {
                var part = (await service.Admin.Get($"{path}?page_size=2{after}")).MustBe(HttpStatusCode.OK);
                part.Body.GetProperty("page").GetInt32().ShouldBe(++page, path);
                part.Total.ShouldBe(all.Total);
                seen.AddRange(part.Items.Select(item => item.GetProperty("id").GetInt32()));
                after = part.NextAfter is { } next ? $"&after={next}" : null;
            }

            seen.ShouldBe(all.Items.Select(item => item.GetProperty("id").GetInt32()), path);
            page.ShouldBe(all.Body.GetProperty("total").GetInt32() / 2 + all.Total % 2, path);
        }
    }

    [Fact]
    public async Task What_is_added_meanwhile_moves_no_place()
    {
        for (var index = 0; index < 4; index++) await ReportAsync();
        var first = await service.Admin.Get($"{Incidents}?page_size=2");
        var second = await service.Admin.Get($"{Incidents}?page_size=2&after={first.NextAfter}");

        await ReportAsync();

        (await service.Admin.Get($"{Incidents}?page_size=2&after={first.NextAfter}")).Items.Select(item => item.GetProperty("id").GetInt32())
            .ShouldBe(second.Items.Select(item => item.GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task A_place_that_was_not_given_here_is_refused()
    {
        await ReportAsync();
        await ReportAsync();
        var place = (await service.Admin.Get($"{Incidents}?page_size=1")).NextAfter!;
        var changed = (place[0] == 'A' ? 'B' : 'A') + place[1..];

        foreach (var query in new[] { changed, place[..^4], "", "x", "%00", "%C3%A4", new string('A', 5_000), $"{place}&page=2", $"{place}&after={place}" })
            (await service.Admin.Get($"{Incidents}?page_size=1&after={query}")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["after"], query);
        (await service.Admin.Get($"/api/v1/policies?after={place}")).MustBe(HttpStatusCode.UnprocessableEntity).Message.ShouldNotBeEmpty();
        (await service.Admin.Get($"{Incidents}/?page_size=1&after={place}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_list_that_has_pages_has_places()
    {
        await ReportAsync();
        await ReportAsync();
        var lists = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PagingMetadata>() is not null && !endpoint.RoutePattern.RawText!.Contains('{')).ToList();
        lists.Count.ShouldBeGreaterThan(3);

        foreach (var list in lists)
        {
            var page = (await service.Admin.Get($"{list.RoutePattern.RawText}?page_size=1")).MustBe(HttpStatusCode.OK);
            (page.NextAfter is not null).ShouldBe(page.Total > 1, list.RoutePattern.RawText);
        }
    }

    [Fact]
    public async Task Keys_without_a_value_and_keys_that_are_no_numbers_have_places_too()
    {
        foreach (var department in new[] { null, "Stores", null, "Press", "Stores" }) await ReportAsync(department, department is null ? "low" : "high");

        await WalkAsync(incidents => incidents.OrderBy(incident => incident.Department).ThenBy(incident => incident.Id));
        await WalkAsync(incidents => incidents.OrderByDescending(incident => incident.Department).ThenByDescending(incident => incident.Id));
        await WalkAsync(incidents => incidents.OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.ClosedAt).ThenBy(incident => incident.Id));
        await WalkAsync(incidents => incidents.OrderBy(incident => incident.Department != null).ThenByDescending(incident => incident.ReportedDate));
        await WalkAsync(incidents => incidents.OrderByDescending(incident => incident.InvestigatorId).ThenBy(incident => incident.IncidentDate));
    }

    private async Task WalkAsync(Func<IQueryable<Incident>, IOrderedQueryable<Incident>> order)
    {
        Expression<Func<Incident, int>> id = incident => incident.Id;
        var seal = service.Services.GetRequiredService<CursorSeal>();
        var all = await service.InDatabaseAsync(db => order(db.Set<Incident>()).ToPageAsync(new PageRequest(1, 100), id, default));
        var (seen, after) = (new List<int>(), (string?)null);
        do
        {
            var page = await service.InDatabaseAsync(db => order(db.Set<Incident>()).ToPageAsync(new PageRequest(1, 2) { List = new ListAddress(seal, "/list", after) }, id, default));
            seen.AddRange(page.Items);
            after = page.NextAfter;
        }
        while (after is not null);

        seen.ShouldBe(all.Items);
    }

    private async Task ReportAsync(string? department = null, string severity = "low") => (await service.Admin.Post(
        Incidents, new { title = "Slip", description = "Wet floor", incident_date = "2026-01-05T10:00:00Z", department, severity })).MustBe(HttpStatusCode.Created);
}

[Trait("Needs", "Engine")]
public sealed class CursorTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : CursorTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class CursorTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : CursorTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
