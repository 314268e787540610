using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Actions;

namespace QualityGovernance.Web.Tests.Features.Actions;

public abstract class ActionTests(IServiceUnderTest service)
{
    private const string Path = ActionCalls.Path;
    private static readonly string[] Doing = ["action:update", "action:verify", "action:judge"];

    private readonly ActionCalls _calls = new(service);

    [Fact]
    public async Task An_action_is_planned_done_verified_and_judged()
    {
        var (owner, client) = await DoerAsync();
        var incident = await _calls.IncidentAsync();
        var planned = (await service.Admin.Post(Path + "/", new
        {
            source_type = "incident",
            source_id = incident,
            title = "Mend",
            description = "The floor",
            owner_id = owner,
            due_date = _calls.In(7),
            action_type = "preventive",
            priority = "high",
        })).MustBe(HttpStatusCode.Created);
        planned["reference_number"].ShouldMatch("^ACT-[0-9]{4}-[0-9]{4}$");
        (planned["status"], planned["source_type"], planned["action_type"]).ShouldBe(("open", "incident", "preventive"));
        (await service.Admin.Get($"{Path}/{planned.Id}")).Text.ShouldBe(planned.Text);
        (await service.Admin.Patch($"{Path}/{planned.Id}", new { priority = "low", effectiveness_review_date = _calls.In(30) })).MustBe(HttpStatusCode.OK)["priority"].ShouldBe("low");

        var judged = await _calls.TakeAsync(planned.Id, client, "start", "complete", "verify", "effective");

        (judged["status"], judged["completion_notes"], judged["effectiveness_notes"]).ShouldBe(("effective", "Mended", "No more slips"));
        (IdAt(judged, "completed_by_id"), IdAt(judged, "verified_by_id"), IdAt(judged, "judged_by_id")).ShouldBe((owner, service.AdminId, service.AdminId));
        (await service.Admin.Get($"{Path}/{planned.Id}")).Text.ShouldBe(judged.Text);
    }

    [Theory]
    [InlineData("", "in_progress, cancelled", "complete", "verify", "effective", "reopen")]
    [InlineData("start", "completed, cancelled", "start", "verify", "not effective", "reopen")]
    [InlineData("start complete", "verified, in_progress", "start", "complete", "effective", "cancel", "reopen")]
    [InlineData("start complete verify", "effective, not_effective", "start", "verify", "cancel", "reopen")]
    [InlineData("start complete verify effective", "", "start", "complete", "verify", "effective", "cancel", "reopen")]
    [InlineData("cancel", "", "start", "complete", "verify", "effective", "cancel", "reopen")]
    public async Task A_step_out_of_order_is_refused_and_the_allowed_ones_are_named(string taken, string allowed, params string[] refused)
    {
        var (owner, client) = await DoerAsync();
        var action = (await _calls.PlanAsync($"/api/v1/rta/{await _calls.CollisionAsync()}", owner)).MustBe(HttpStatusCode.Created).Id;
        await _calls.TakeAsync(action, client, taken.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var before = (await service.Admin.Get($"{Path}/{action}")).Text;

        foreach (var step in refused)
        {
            var answer = (await _calls.StepAsync(action, client, step)).MustBe(HttpStatusCode.Conflict);
            var details = answer.Body.GetProperty("details");
            var states = details.GetProperty("allowed").EnumerateArray().Select(state => state.GetString()).ToList();
            string.Join(", ", states).ShouldBe(allowed);
            // A state that is allowed was asked for by a step that does not lead there from here.
            answer.Message.ShouldContain(allowed.Length == 0 ? "final" : states.Contains(details.GetProperty("to").GetString()) ? $"/api/v1/actions/{action}/" : allowed);
        }

        (await service.Admin.Get($"{Path}/{action}")).Text.ShouldBe(before);
    }

    [Theory]
    [InlineData("", "reopen", "/start")]
    [InlineData("start complete", "start", "/verify with done as false")]
    [InlineData("start complete verify not_effective", "start", "/reopen")]
    public async Task Work_that_another_step_leads_to_is_refused_with_the_name_of_that_step(string taken, string asked, string way)
    {
        var (owner, client) = await DoerAsync();
        var action = (await _calls.PlanAsync($"/api/v1/rta/{await _calls.CollisionAsync()}", owner)).MustBe(HttpStatusCode.Created).Id;
        foreach (var step in taken.Split(' ', StringSplitOptions.RemoveEmptyEntries)) await _calls.TakeAsync(action, client, step == "not_effective" ? "not effective" : step);

        (await _calls.StepAsync(action, client, asked)).MustBe(HttpStatusCode.Conflict).Message.ShouldEndWith($"in_progress by POST /api/v1/actions/{action}{way}.");
    }

    [Fact]
    public async Task Who_did_it_neither_verifies_nor_judges_it_not_even_as_a_superuser()
    {
        var (owner, client) = await DoerAsync();
        var collision = $"/api/v1/rta/{await _calls.CollisionAsync()}";
        var own = (await _calls.PlanAsync(collision, owner)).Id;
        await _calls.TakeAsync(own, client, "start", "complete");

        (await client.Post($"{Path}/{own}/verify", new { done = true })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("another person");
        (await client.Patch($"{Path}/{own}", new { owner_id = service.AdminId })).Status.ShouldBe(HttpStatusCode.Conflict);
        await _calls.TakeAsync(own, client, "verify");
        (await client.Post($"{Path}/{own}/judge", new { effective = true, notes = "n" })).Status.ShouldBe(HttpStatusCode.Forbidden);

        // The owner although somebody else completed it, and whoever completed it although somebody else owns it.
        var done = (await _calls.PlanAsync(collision, owner)).Id;
        await _calls.TakeAsync(done, service.Admin, "start", "complete");
        (await service.Admin.Post($"{Path}/{done}/verify", new { done = true })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.Post($"{Path}/{done}/verify", new { done = true })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_found_not_done_goes_back_to_its_owner()
    {
        var (owner, client) = await DoerAsync();
        var action = (await _calls.PlanAsync($"/api/v1/rta/{await _calls.CollisionAsync()}", owner)).Id;
        await _calls.TakeAsync(action, client, "start", "complete");
        (await service.Admin.Post($"{Path}/{action}/verify", new { done = false })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["notes"]);

        var back = await _calls.TakeAsync(action, client, "send back");

        (back["status"], back["verification_notes"]).ShouldBe(("in_progress", "Still broken"));
        back.Body.GetProperty("completed_by_id").ValueKind.ShouldBe(JsonValueKind.Null);
        await _calls.TakeAsync(action, client, "complete", "verify");
    }

    [Theory]
    [InlineData("""{"source_type":"incident"}""", "source_id")]
    [InlineData("""{"source_type":"incident","source_id":999999}""", "source_id")]
    [InlineData("""{"source_type":"risk","source_id":999999}""", "source_id")]
    [InlineData("""{"source_type":"planet","source_id":1}""", "source_type")]
    [InlineData("""{"owner_id":999999}""", "owner_id")]
    [InlineData("""{"owner_id":null}""", "owner_id")]
    [InlineData("""{"due_date":"2001-01-01T00:00:00Z"}""", "due_date")]
    [InlineData("""{"due_date":"9999-01-01T00:00:00Z"}""", "due_date")]
    [InlineData("""{"effectiveness_review_date":"2001-01-01T00:00:00Z"}""", "effectiveness_review_date")]
    [InlineData("""{"title":" "}""", "title")]
    [InlineData("""{"status":"effective"}""", "status")]
    [InlineData("""{"follow_up_of_id":999999}""", "follow_up_of_id")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string wrong, string field)
    {
        var body = new Dictionary<string, object?>
        {
            ["source_type"] = "collision",
            ["source_id"] = wrong.Contains("source_type", StringComparison.Ordinal) ? null : await _calls.CollisionAsync(),
            ["title"] = "t",
            ["description"] = "d",
            ["owner_id"] = service.AdminId,
            ["due_date"] = _calls.In(1),
        };
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(wrong)!) body[name] = value;
        var before = await CountAsync();

        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldContain(field);

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Actions_are_listed_below_their_record_and_by_what_is_overdue()
    {
        var (owner, client) = await DoerAsync();
        var (collision, incident, complaint) = (await _calls.CollisionAsync(), await _calls.IncidentAsync(), await _calls.ComplaintAsync());
        var late = (await _calls.PlanAsync($"/api/v1/rta/{collision}", owner)).Id;
        var unjudged = (await _calls.PlanAsync($"/api/v1/incidents/{incident}", owner)).Id;
        var finished = (await _calls.PlanAsync($"/api/v1/complaints/{complaint}", owner)).Id;
        await _calls.TakeAsync(unjudged, client, "start", "complete", "verify");
        await _calls.TakeAsync(finished, client, "cancel");

        (await ListedAsync($"/api/v1/rta/{collision}/actions")).ShouldBe([late]);
        (await ListedAsync($"/api/v1/incidents/{incident}/actions/")).ShouldBe([unjudged]);
        (await ListedAsync($"/api/v1/complaints/{complaint}/actions")).ShouldBe([finished]);
        (await ListedAsync("/api/v1/rta/actions?page_size=100")).ShouldContain(late);
        (await ListedAsync("/api/v1/rta/actions?page_size=100")).ShouldNotContain(unjudged);
        (await ListedAsync($"{Path}?source_type=incident&source_id={incident}&status=verified&owner_id={owner}")).ShouldBe([unjudged]);
        (await service.Admin.Get("/api/v1/complaints/999999/actions")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Get($"{Path}?status=lost")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["status"]);

        try
        {
            (await ListedAsync($"{Path}?owner_id={owner}&overdue=true")).ShouldBeEmpty();
            service.Time.Advance(TimeSpan.FromDays(8));
            (await ListedAsync($"{Path}?owner_id={owner}&overdue=true")).ShouldBe([late]);
            (await service.Admin.Get($"{Path}/{late}")).Body.GetProperty("is_overdue").GetBoolean().ShouldBeTrue();
            service.Time.Advance(TimeSpan.FromDays(30));
            (await ListedAsync($"{Path}?owner_id={owner}&overdue=true")).ShouldBe([late, unjudged], ignoreOrder: true);
            (await ListedAsync($"{Path}?owner_id={owner}&overdue=false")).ShouldBe([finished]);
        }
        finally
        {
            service.Time.Reset();
        }
    }

    [Fact]
    public async Task What_has_become_overdue_is_sent_back_as_it_is_and_moved_to_the_future_only()
    {
        var (owner, _) = await DoerAsync();
        var action = (await _calls.PlanAsync($"/api/v1/rta/{await _calls.CollisionAsync()}", owner)).MustBe(HttpStatusCode.Created);
        try
        {
            service.Time.Advance(TimeSpan.FromDays(100));
            var (due, review) = (action["due_date"], action["effectiveness_review_date"]);
            (await service.Admin.Patch($"{Path}/{action.Id}", new { title = "later", due_date = due, effectiveness_review_date = review })).MustBe(HttpStatusCode.OK)["due_date"].ShouldBe(due);
            (await service.Admin.Patch($"{Path}/{action.Id}", new { due_date = DateTimeOffset.Parse(due!, CultureInfo.InvariantCulture).AddDays(1) })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["due_date"]);
        }
        finally
        {
            service.Time.Reset();
        }
    }

    [Fact]
    public async Task Only_an_action_that_nobody_has_begun_is_deleted()
    {
        var (owner, client) = await DoerAsync();
        var collision = $"/api/v1/rta/{await _calls.CollisionAsync()}";
        var (mistake, begun) = ((await _calls.PlanAsync(collision, owner)).Id, (await _calls.PlanAsync(collision, owner)).Id);
        await _calls.TakeAsync(begun, client, "start");

        (await service.Admin.Delete($"{Path}/{mistake}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Delete($"{Path}/{begun}")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("/cancel");
        (await ListedAsync($"{collision}/actions")).ShouldBe([begun]);
    }

    private static int IdAt(Answer answer, string name) => answer.Body.GetProperty(name).GetInt32();

    private async Task<IEnumerable<int>> ListedAsync(string path) =>
        (await service.Admin.Get(path)).MustBe(HttpStatusCode.OK).Items.Select(item => item.GetProperty("id").GetInt32());

    private async Task<(int Id, HttpClient Client)> DoerAsync()
    {
        var id = await service.AddUserAsync(permissions: Doing);
        return (id, service.ClientOf(id));
    }

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<ActionItem>().IgnoreQueryFilters().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class ActionTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : ActionTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class ActionTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : ActionTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
