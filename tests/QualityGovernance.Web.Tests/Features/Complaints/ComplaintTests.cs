using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Complaints;

namespace QualityGovernance.Web.Tests.Features.Complaints;

public abstract class ComplaintTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/complaints";

    private static object Late => new { title = "Late", description = "Two weeks", received_date = "2026-01-05T10:00:00Z", complainant_name = "Ada" };

    [Fact]
    public async Task A_complaint_is_recorded_read_corrected_and_deleted()
    {
        var created = (await service.Admin.Post(Path + "/", new
        {
            title = "Late",
            description = "Two weeks",
            received_date = "2026-01-05T10:00:00+02:00",
            complainant_name = "Ada",
            complainant_email = "ada@example.org",
            complainant_phone = "+44 1",
            complainant_company = "Engines Ltd",
            related_reference = "Order 7",
            complaint_type = "delivery",
            priority = "high",
        })).MustBe(HttpStatusCode.Created);
        created["reference_number"].ShouldMatch("^COMP-[0-9]{4}-[0-9]{4}$");
        (created["status"], created["received_date"], created["complainant_email"]).ShouldBe(("received", "2026-01-05T08:00:00Z", "ada@example.org"));
        (await service.Admin.Get($"{Path}/{created.Id}")).Text.ShouldBe(created.Text);

        var changed = (await service.Admin.Patch($"{Path}/{created.Id}/", new { investigation_notes = "Lorry broke", root_cause = "No spare", customer_satisfied = true, priority = "low" })).MustBe(HttpStatusCode.OK);

        (changed["investigation_notes"], changed["root_cause"], changed["priority"], changed["complaint_type"]).ShouldBe(("Lorry broke", "No spare", "low", "delivery"));
        changed.Body.GetProperty("customer_satisfied").GetBoolean().ShouldBeTrue();
        (await service.Admin.Get($"{Path}/{created.Id}")).Text.ShouldBe(changed.Text);
        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_life_is_dated_and_no_state_is_skipped()
    {
        var address = $"{Path}/{(await service.Admin.Post(Path, Late)).MustBe(HttpStatusCode.Created).Id}";
        var refused = (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.Conflict);
        refused.Body.GetProperty("details").GetProperty("allowed").EnumerateArray().Select(state => state.GetString()).ShouldBe(["acknowledged", "escalated"]);

        var acknowledged = (await service.Admin.Patch(address, new { status = "acknowledged" })).MustBe(HttpStatusCode.OK);
        (Dated(acknowledged, "acknowledged_at"), Dated(acknowledged, "resolved_at")).ShouldBe((true, false));
        foreach (var status in new[] { "under_investigation", "pending_response", "awaiting_customer" }) (await service.Admin.Patch(address, new { status })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Patch(address, new { status = "resolved" })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["resolution_summary"]);
        var resolved = (await service.Admin.Patch(address, new { status = "resolved", resolution_summary = "Refunded" })).MustBe(HttpStatusCode.OK);
        (Dated(resolved, "resolved_at"), Dated(resolved, "closed_at")).ShouldBe((true, false));
        var closed = (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.OK);
        (Dated(closed, "resolved_at"), Dated(closed, "closed_at")).ShouldBe((true, true));

        var reopened = (await service.Admin.Patch(address, new { status = "under_investigation" })).MustBe(HttpStatusCode.OK);

        (Dated(reopened, "resolved_at"), Dated(reopened, "closed_at")).ShouldBe((false, false));
        reopened["acknowledged_at"].ShouldBe(acknowledged["acknowledged_at"]);
    }

    [Fact]
    public async Task A_complaint_that_was_escalated_at_once_is_still_acknowledged()
    {
        var address = $"{Path}/{(await service.Admin.Post(Path, Late)).Id}";
        Dated((await service.Admin.Patch(address, new { status = "escalated" })).MustBe(HttpStatusCode.OK), "acknowledged_at").ShouldBeFalse();
        var refused = (await service.Admin.Patch(address, new { status = "resolved", resolution_summary = "Refunded" })).MustBe(HttpStatusCode.Conflict);
        refused.Body.GetProperty("details").GetProperty("allowed").EnumerateArray().Select(state => state.GetString()).ShouldBe(["acknowledged"]);
        Dated((await service.Admin.Patch(address, new { status = "acknowledged" })).MustBe(HttpStatusCode.OK), "acknowledged_at").ShouldBeTrue();
        foreach (var status in new[] { "escalated", "resolved" }) (await service.Admin.Patch(address, new { status, resolution_summary = "Refunded" })).MustBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"complainant_name":" "}""", "complainant_name")]
    [InlineData("""{"complainant_email":"ada"}""", "complainant_email")]
    [InlineData("""{"complainant_email":"Ada <ada@example.org>"}""", "complainant_email")]
    [InlineData("""{"received_date":"9999-12-31T23:59:59Z"}""", "received_date")]
    [InlineData("""{"received_date":"1066-10-14T00:00:00Z"}""", "received_date")]
    [InlineData("""{"complaint_type":"rude"}""", "complaint_type")]
    [InlineData("""{"priority":"High"}""", "priority")]
    [InlineData("""{"complainant_phone":"1234567890123456789012345678901"}""", "complainant_phone")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"status":"closed"}""", "status")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string wrong, string field)
    {
        var before = await CountAsync();
        var body = JsonSerializer.SerializeToNode(Late)!.AsObject();
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(wrong)!) body[name] = JsonSerializer.SerializeToNode(value);

        (await service.Admin.Post(Path, body.ToJsonString())).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_list_is_filtered_by_state_and_has_the_one_received_last_first()
    {
        var old = (await service.Admin.Post(Path, Late)).Id;
        var escalated = (await service.Admin.Post(Path, new { title = "New", description = "d", received_date = "2026-02-01T00:00:00Z", complainant_name = "Ada", priority = "critical" })).Id;
        (await service.Admin.Patch($"{Path}/{escalated}", new { status = "escalated" })).MustBe(HttpStatusCode.OK);

        var all = (await service.Admin.Get($"{Path}/?page_size=100")).MustBe(HttpStatusCode.OK).Items.Select(IdOf).ToList();
        all.IndexOf(escalated).ShouldBeLessThan(all.IndexOf(old));
        (await service.Admin.Get($"{Path}?status_filter=escalated&priority=critical&page_size=100")).Items.Select(IdOf).ShouldBe([escalated]);
        (await service.Admin.Get($"{Path}?status_filter=lost")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["status_filter"]);
        (await service.Admin.Get(Path)).Body.GetProperty("page_size").GetInt32().ShouldBe(20);
    }

    private static bool Dated(Answer answer, string name) => answer.Body.GetProperty(name).ValueKind == JsonValueKind.String;

    private static int IdOf(JsonElement item) => item.GetProperty("id").GetInt32();

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<Complaint>().IgnoreQueryFilters().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class ComplaintTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : ComplaintTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class ComplaintTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : ComplaintTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
