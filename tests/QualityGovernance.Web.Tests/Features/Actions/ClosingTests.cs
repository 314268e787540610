using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Incidents;
using QualityGovernance.Web.Tests.Features.Audits;

namespace QualityGovernance.Web.Tests.Features.Actions;

/// <summary>A record is not closed while an action about it is unfinished.</summary>
public abstract class ClosingTests(IServiceUnderTest service)
{
    private const int Rounds = 12;

    private readonly ActionCalls _calls = new(service);

    [Theory]
    [InlineData("incidents")]
    [InlineData("rta")]
    [InlineData("complaints")]
    [InlineData("risks")]
    public async Task A_record_is_closed_when_its_last_action_was_judged_and_not_before(string module)
    {
        var (owner, client) = await DoerAsync();
        var record = $"/api/v1/{module}/{await RecordAsync(module)}";
        var action = (await _calls.PlanAsync(record, owner)).MustBe(HttpStatusCode.Created);

        foreach (var step in new[] { "start", "complete", "verify", "effective" })
        {
            var refused = (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.Conflict);
            refused.Message.ShouldContain(action["reference_number"]);
            refused.Body.GetProperty("details").GetProperty("actions")[0].GetProperty("id").GetInt32().ShouldBe(action.Id);
            (await service.Admin.Delete(record)).Status.ShouldBe(HttpStatusCode.Conflict);
            await _calls.TakeAsync(action.Id, client, step);
        }

        (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.OK);
        (await _calls.PlanAsync(record, owner)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("closed");
        (await service.Admin.Delete(record)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await _calls.PlanAsync(record, owner)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_finding_is_not_closed_over_an_unfinished_action()
    {
        var (owner, client) = await DoerAsync();
        var (run, _) = await service.StartedWithAsync("yes_no");
        var finding = await service.Admin.Post($"/api/v1/audits/runs/{run}/findings", new { title = "Noted", description = "d", finding_type = "observation", corrective_action_required = false });
        var record = $"/api/v1/audits/findings/{finding.MustBe(HttpStatusCode.Created).Id}";
        var action = (await _calls.PlanAsync(record, owner)).MustBe(HttpStatusCode.Created);

        (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain(action["reference_number"]);
        await _calls.TakeAsync(action.Id, client, "start", "complete", "verify", "effective");
        (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.OK);

        (await _calls.PlanAsync(record, owner)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("closed");
        (await service.Admin.Get($"{record}/actions")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task An_action_that_did_not_help_is_taken_up_again_or_followed_up_first()
    {
        var (owner, client) = await DoerAsync();
        var record = $"/api/v1/rta/{await _calls.CollisionAsync()}";
        var failed = (await _calls.PlanAsync(record, owner)).Id;
        (await _calls.PlanAsync(record, owner, followUpOf: failed)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("not_effective");
        await _calls.TakeAsync(failed, client, "start", "complete", "verify", "not effective");
        (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("not followed up");

        var again = await _calls.TakeAsync(failed, client, "reopen");
        (again["status"], again["effectiveness_notes"]).ShouldBe(("in_progress", "It broke again"));
        await _calls.TakeAsync(failed, client, "complete", "verify", "not effective");

        var dropped = (await _calls.PlanAsync(record, owner, followUpOf: failed)).MustBe(HttpStatusCode.Created).Id;
        await _calls.TakeAsync(dropped, client, "cancel");
        (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("not followed up");
        var followUp = (await _calls.PlanAsync(record, owner, followUpOf: failed)).Id;
        (await service.Admin.Patch(record, new { status = "closed" })).Status.ShouldBe(HttpStatusCode.Conflict);
        await _calls.TakeAsync(followUp, client, "start", "complete", "verify", "effective");
        (await service.Admin.Patch(record, new { status = "closed" })).MustBe(HttpStatusCode.OK);

        (await _calls.StepAsync(failed, client, "reopen")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("closed");
    }

    [Fact]
    public async Task A_follow_up_belongs_to_the_same_record()
    {
        var (owner, client) = await DoerAsync();
        var failed = (await _calls.PlanAsync($"/api/v1/rta/{await _calls.CollisionAsync()}", owner)).Id;
        await _calls.TakeAsync(failed, client, "start", "complete", "verify", "not effective");
        (await _calls.PlanAsync($"/api/v1/rta/{await _calls.CollisionAsync()}", owner, followUpOf: failed)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["follow_up_of_id"]);
    }

    [Fact]
    public async Task No_action_slips_in_while_its_record_is_being_closed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var record = $"/api/v1/incidents/{await _calls.IncidentAsync()}";

            var answers = await Task.WhenAll(service.Admin.Patch(record, new { status = "closed" }), _calls.PlanAsync(record, service.AdminId));

            answers.Select(answer => answer.Status).ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Conflict]);
            answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(1, $"{answers[0].Text} {answers[1].Text}");
        }
    }

    [Fact]
    public async Task A_record_that_was_read_before_an_action_was_planned_is_not_saved_after_it()
    {
        var id = await _calls.IncidentAsync();
        await service.InDatabaseAsync(async db =>
        {
            var incident = await db.Set<Incident>().SingleAsync(found => found.Id == id);
            (await _calls.PlanAsync($"/api/v1/incidents/{id}", service.AdminId)).MustBe(HttpStatusCode.Created);
            incident.MoveTo(IncidentStatus.Closed, service.Time.Now());
            return await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_record_can_not_be_held_without_a_transaction() =>
        await Should.ThrowAsync<InvalidOperationException>(() => service.InDatabaseAsync(db => db.HoldStatusAsync("incidents", 1, CancellationToken.None)));

    [Fact]
    public async Task Who_is_gone_since_may_be_sent_back_but_not_named_anew()
    {
        var gone = await service.AddUserAsync();
        var records = new[] { ($"/api/v1/incidents/{await _calls.IncidentAsync()}", "investigator_id"), ($"/api/v1/rta/{await _calls.CollisionAsync()}", "investigator_id"), ($"/api/v1/rta/{await _calls.CollisionAsync()}", "driver_id"), ($"/api/v1/risks/{await _calls.RiskAsync()}", "owner_id") };
        foreach (var (record, member) in records) (await service.Admin.Patch(record, new Dictionary<string, int> { [member] = gone })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Delete($"/api/v1/users/{gone}")).MustBe(HttpStatusCode.NoContent);

        foreach (var (record, member) in records)
        {
            (await service.Admin.Patch(record, new Dictionary<string, object> { [member] = gone, ["title"] = "later" })).MustBe(HttpStatusCode.OK);
            (await service.Admin.Patch(record, new Dictionary<string, int?> { [member] = null })).MustBe(HttpStatusCode.OK);
            (await service.Admin.Patch(record, new Dictionary<string, int> { [member] = gone })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([member]);
        }
    }

    [Fact]
    public async Task The_investigator_of_an_incident_is_a_user()
    {
        var incident = $"/api/v1/incidents/{await _calls.IncidentAsync()}";
        (await service.Admin.Patch(incident, new { investigator_id = service.AdminId })).MustBe(HttpStatusCode.OK).Body.GetProperty("investigator_id").GetInt32().ShouldBe(service.AdminId);
        (await service.Admin.Patch(incident, new { investigator_id = 999_999 })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["investigator_id"]);
        (await service.InDatabaseAsync(db => db.Set<Incident>().CountAsync(found => found.InvestigatorId == service.AdminId))).ShouldBeGreaterThan(0);
    }

    private Task<int> RecordAsync(string module) => module switch
    {
        "incidents" => _calls.IncidentAsync(),
        "rta" => _calls.CollisionAsync(),
        "risks" => _calls.RiskAsync(),
        _ => _calls.ComplaintAsync(),
    };

    private async Task<(int Id, HttpClient Client)> DoerAsync()
    {
        var id = await service.AddUserAsync(permissions: "action:update");
        return (id, service.ClientOf(id));
    }
}

[Trait("Needs", "Engine")]
public sealed class ClosingTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : ClosingTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    [Fact]
    public async Task A_record_that_is_held_is_waited_for()
    {
        var incident = await new ActionCalls(service).IncidentAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QgpDbContext>();
        await using var transaction = await JoinedTransaction.BeginAsync(db, CancellationToken.None);
        (await db.HoldStatusAsync("incidents", incident, CancellationToken.None)).ShouldBe("pending_review");

        var failure = await Should.ThrowAsync<Npgsql.PostgresException>(() => HeldAsync(incident, "SET LOCAL lock_timeout = '200ms'"));

        failure.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.LockNotAvailable);
    }

    [Fact]
    public async Task An_older_snapshot_does_not_hide_that_a_record_was_held_meanwhile()
    {
        var incident = await new ActionCalls(service).IncidentAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QgpDbContext>();
        await using var older = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await db.Set<Incident>().AnyAsync();

        await HeldAsync(incident, "SELECT 1");

        var failure = await Should.ThrowAsync<Npgsql.PostgresException>(() => db.HoldStatusAsync("incidents", incident, CancellationToken.None));
        failure.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.SerializationFailure);
    }

    private Task<string?> HeldAsync(int incident, string first) => service.InDatabaseAsync(async db =>
    {
        await using var transaction = await JoinedTransaction.BeginAsync(db, CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(first);
        var status = await db.HoldStatusAsync("incidents", incident, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return status;
    });
}

public sealed class ClosingTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : ClosingTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
