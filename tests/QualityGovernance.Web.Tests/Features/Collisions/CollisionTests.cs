using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Collisions;

public abstract class CollisionTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/rta";

    [Fact]
    public async Task A_collision_is_reported_with_everything_that_is_known_and_read_back()
    {
        var driver = await service.AddUserAsync();
        var report = new
        {
            title = "Rear-end",
            description = "At the lights",
            collision_date = "2026-01-05T10:00:00Z",
            severity = "minor_injury",
            location = "High Street",
            weather = "rain",
            road_surface = "wet",
            speed_limit = 30,
            fault = "third_party",
            vehicle_registration = "AB12 CDE",
            vehicle_make_model = "Transit",
            vehicle_damage = "Bumper",
            driver_id = driver,
            driver_name = "Ada",
            driver_injured = true,
            driver_injuries = "Neck",
            driver_statement = "I stood still",
            police_attended = true,
            police_force = "City",
            police_reference = "P-1",
            insurer = "Mutual",
            insurance_reference = "C-1",
            insurer_notified_at = "2026-01-06T10:00:00Z",
            insurance_notes = "Accepted",
            investigator_id = service.AdminId,
        };

        var created = (await service.Admin.Post(Path, report)).MustBe(HttpStatusCode.Created);

        created["reference_number"].ShouldMatch("^RTC-[0-9]{4}-[0-9]{4}$");
        created["status"].ShouldBe("reported");
        created.Body.GetProperty("reporter_id").GetInt32().ShouldBe(service.AdminId);
        foreach (var given in JsonSerializer.SerializeToElement(report).EnumerateObject())
            created.Body.GetProperty(given.Name).ToString().ShouldBe(given.Value.ToString(), given.Name);
        (await service.Admin.Get($"{Path}/{created.Id}")).Text.ShouldBe(created.Text);

        var changed = (await service.Admin.Patch($"{Path}/{created.Id}/", new { fault = "shared", weather = (string?)null })).MustBe(HttpStatusCode.OK);
        changed["fault"].ShouldBe("shared");
        changed.Body.GetProperty("weather").ValueKind.ShouldBe(JsonValueKind.Null);
        changed["vehicle_registration"].ShouldBe("AB12 CDE");
        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Third_parties_are_added_corrected_and_removed_and_show_with_their_collision_only()
    {
        var (collision, other) = (await ReportedAsync(), await ReportedAsync());
        var added = (await service.Admin.Post($"{Path}/{collision}/third-parties", new { name = "Bob", role = "cyclist", email = "bob@example.org", injured = false })).MustBe(HttpStatusCode.Created);
        var gone = (await service.Admin.Post($"{Path}/{collision}/third-parties", new { name = "Eve" })).MustBe(HttpStatusCode.Created);
        var before = (await service.Admin.Get($"{Path}/{collision}"))["updated_at"];

        var address = $"{Path}/{collision}/third-parties/{added.Id}";
        (await service.Admin.Patch(address, new { insurer = "Mutual", injured = true })).MustBe(HttpStatusCode.OK)["role"].ShouldBe("cyclist");
        (await service.Admin.Delete($"{Path}/{collision}/third-parties/{gone.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);

        var read = await service.Admin.Get($"{Path}/{collision}");
        var party = read.Body.GetProperty("third_parties").EnumerateArray().ShouldHaveSingleItem();
        (party.GetProperty("name").GetString(), party.GetProperty("insurer").GetString(), party.GetProperty("injured").GetBoolean()).ShouldBe(("Bob", "Mutual", true));
        read["updated_at"].ShouldNotBe(before);
        (await service.Admin.Patch($"{Path}/{collision}", new { location = "Here" })).Body.GetProperty("third_parties").GetArrayLength().ShouldBe(1);
        (await service.Admin.Patch($"{Path}/{other}/third-parties/{added.Id}", new { name = "X" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Delete($"{Path}/{other}/third-parties/{added.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Post($"{Path}/{collision}/third-parties", new { name = "Bob", email = "bob" })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["email"]);
    }

    [Fact]
    public async Task A_collision_is_closed_step_by_step_and_can_be_reopened()
    {
        var address = $"{Path}/{await ReportedAsync()}";
        (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("under_investigation");
        foreach (var status in new[] { "under_investigation", "pending_insurance", "pending_actions" }) (await service.Admin.Patch(address, new { status })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.OK).Body.GetProperty("closed_at").ValueKind.ShouldBe(JsonValueKind.String);
        (await service.Admin.Patch(address, new { status = "under_investigation" })).MustBe(HttpStatusCode.OK).Body.GetProperty("closed_at").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"collision_date":null}""", "collision_date")]
    [InlineData("""{"collision_date":"9999-01-01T00:00:00Z"}""", "collision_date")]
    [InlineData("""{"severity":"awful"}""", "severity")]
    [InlineData("""{"weather":"nice"}""", "weather")]
    [InlineData("""{"speed_limit":-30}""", "speed_limit")]
    [InlineData("""{"driver_id":999999}""", "driver_id")]
    [InlineData("""{"investigator_id":999999}""", "investigator_id")]
    [InlineData("""{"vehicle_registration":"123456789012345678901"}""", "vehicle_registration")]
    [InlineData("""{"insurer_notified_at":"9999-01-01T00:00:00Z"}""", "insurer_notified_at")]
    [InlineData("""{"reporter_id":1}""", "reporter_id")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        (await service.Admin.Post(Path, $$"""{"title":"t","description":"d",{{(field == "collision_date" ? "" : "\"collision_date\":\"2026-01-05T10:00:00Z\",")}}{{body[1..]}}"""))
            .MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
        if (field != "reporter_id") (await service.Admin.Patch($"{Path}/{await ReportedAsync()}", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
    }

    [Fact]
    public async Task A_list_is_filtered_and_has_the_latest_collision_first()
    {
        var driver = await service.AddUserAsync();
        var old = await ReportedAsync(new { title = "t", description = "d", collision_date = "2025-06-01T00:00:00Z", driver_id = driver, vehicle_registration = "xy99 abc", severity = "fatal" });
        var late = await ReportedAsync(new { title = "t", description = "d", collision_date = "2025-07-01T00:00:00Z", driver_id = driver });

        (await ListedAsync($"?driver_id={driver}")).ShouldBe([late, old]);
        (await ListedAsync("?vehicle_registration=XY99ABC")).ShouldBe([old]);
        (await ListedAsync($"/?driver_id={driver}&severity=fatal&status=reported")).ShouldBe([old]);
        (await ListedAsync($"?driver_id={driver}&from=2025-06-15T00:00:00Z&to=2025-08-01T00:00:00Z")).ShouldBe([late]);
        (await service.Admin.Get($"{Path}?status=lost&severity=x")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["status", "severity"]);
    }

    private async Task<IEnumerable<int>> ListedAsync(string query) =>
        (await service.Admin.Get(Path + query)).MustBe(HttpStatusCode.OK).Items.Select(item => item.GetProperty("id").GetInt32());

    private async Task<int> ReportedAsync(object? report = null) =>
        (await service.Admin.Post(Path, report ?? new { title = "Rear-end", description = "At the lights", collision_date = "2026-01-05T10:00:00Z" })).MustBe(HttpStatusCode.Created).Id;
}

[Trait("Needs", "Engine")]
public sealed class CollisionTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : CollisionTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class CollisionTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : CollisionTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
