using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Incidents;

namespace QualityGovernance.Web.Tests.Features.Incidents;

public abstract class IncidentTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/incidents";

    private static object Slip => new { title = "Slip", description = "Wet floor", incident_date = "2026-01-05T10:00:00" };

    [Fact]
    public async Task An_incident_is_reported_read_corrected_and_deleted()
    {
        var created = (await service.Admin.Post(Path, new
        {
            title = "Slip",
            description = "Wet floor",
            incident_date = "2026-01-05T10:00:00+02:00",
            incident_type = "near_miss",
            severity = "high",
            location = "Hall 2",
            department = "Stores",
        })).MustBe(HttpStatusCode.Created);
        created["reference_number"].ShouldMatch("^INC-[0-9]{4}-[0-9]{4}$");
        created["status"].ShouldBe("reported");
        created["incident_date"].ShouldBe("2026-01-05T08:00:00Z");
        created.Body.GetProperty("reporter_id").GetInt32().ShouldBe(service.AdminId);

        (await service.Admin.Get($"{Path}/{created.Id}")).Text.ShouldBe(created.Text);

        var changed = (await service.Admin.Patch($"{Path}/{created.Id}", new { incident_date = "2026-01-06T00:00:00Z", location = (string?)null })).MustBe(HttpStatusCode.OK);
        changed["incident_date"].ShouldBe("2026-01-06T00:00:00Z");
        changed.Body.GetProperty("location").ValueKind.ShouldBe(JsonValueKind.Null);
        changed["department"].ShouldBe("Stores");

        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_time_without_an_offset_is_read_as_utc() =>
        (await service.Admin.Post(Path, Slip)).MustBe(HttpStatusCode.Created)["incident_date"].ShouldBe("2026-01-05T10:00:00Z");

    [Theory]
    [InlineData("""{"description":"d","incident_date":"2026-01-05T10:00:00Z"}""", "title")]
    [InlineData("""{"title":"t","incident_date":"2026-01-05T10:00:00Z"}""", "description")]
    [InlineData("""{"title":"t","description":"d"}""", "incident_date")]
    [InlineData("""{"title":"t","description":"d","incident_date":"yesterday"}""", "incident_date")]
    [InlineData("""{"title":"t","description":"d","incident_date":"0001-01-01T00:00:00Z"}""", "incident_date")]
    [InlineData("""{"title":"t","description":"d","incident_date":"9999-12-31T23:59:59Z"}""", "incident_date")]
    [InlineData("""{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z","severity":"awful"}""", "severity")]
    [InlineData("""{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z","incident_type":"Injury"}""", "incident_type")]
    [InlineData("""{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z","reporter_id":1}""", "reporter_id")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string body, string field)
    {
        var before = await CountAsync();

        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldContain(field);

        (await CountAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"description":null}""", "description")]
    [InlineData("""{"incident_date":null}""", "incident_date")]
    [InlineData("""{"status":null}""", "status")]
    [InlineData("""{"severity":null}""", "severity")]
    [InlineData("""{"incident_type":null}""", "incident_type")]
    public async Task What_an_incident_must_have_can_not_be_emptied(string body, string field)
    {
        var incident = await service.Admin.Post(Path, Slip);
        (await service.Admin.Patch($"{Path}/{incident.Id}", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
    }

    [Theory]
    [InlineData("injury", "critical")]
    [InlineData("near_miss", "high")]
    [InlineData("hazard", "medium")]
    [InlineData("property_damage", "low")]
    [InlineData("environmental", "negligible")]
    [InlineData("security", "high")]
    [InlineData("quality", "low")]
    [InlineData("other", "medium")]
    public async Task Every_type_and_severity_is_stored_and_read_back(string type, string severity)
    {
        var incident = (await service.Admin.Post(Path, new { title = "t", description = "d", incident_date = "2026-01-05T10:00:00Z", incident_type = type, severity })).MustBe(HttpStatusCode.Created);
        var read = await service.Admin.Get($"{Path}/{incident.Id}");
        (read["incident_type"], read["severity"]).ShouldBe((type, severity));
    }

    [Fact]
    public async Task An_incident_is_closed_step_by_step_and_can_be_reopened()
    {
        var incident = await service.Admin.Post(Path, Slip);
        var address = $"{Path}/{incident.Id}";

        var refused = (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.Conflict);
        refused.Message.ShouldContain("under_investigation");
        foreach (var status in new[] { "under_investigation", "pending_actions", "actions_in_progress", "pending_review" })
            (await service.Admin.Patch(address, new { status })).MustBe(HttpStatusCode.OK).Body.GetProperty("closed_at").ValueKind.ShouldBe(JsonValueKind.Null);

        (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.OK).Body.GetProperty("closed_at").ValueKind.ShouldBe(JsonValueKind.String);
        (await service.Admin.Patch(address, new { status = "under_investigation" })).MustBe(HttpStatusCode.OK).Body.GetProperty("closed_at").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_list_has_the_newest_report_first_and_no_incident_twice()
    {
        for (var index = 0; index < 5; index++) (await service.Admin.Post(Path, Slip)).MustBe(HttpStatusCode.Created);

        var all = (await service.Admin.Get(Path)).MustBe(HttpStatusCode.OK);
        var dates = all.Items.Select(item => item.GetProperty("reported_date").GetDateTimeOffset()).ToList();
        dates.ShouldBe(dates.OrderDescending());
        var paged = new List<int>();
        for (var page = 1; page <= (all.Total + 1) / 2; page++)
            paged.AddRange((await service.Admin.Get($"{Path}?page={page}&page_size=2")).Items.Select(item => item.GetProperty("id").GetInt32()));
        paged.ShouldBe(all.Items.Select(item => item.GetProperty("id").GetInt32()));
    }

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<Incident>().IgnoreQueryFilters().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class IncidentTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : IncidentTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class IncidentTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : IncidentTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
