using System.Net;
using System.Reflection;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Features.Actions;
using QualityGovernance.Web.Tests.Features.Audits;

namespace QualityGovernance.Web.Tests.Features;

/// <summary>Every kind of record that has states refuses what they do not allow, and says what they do.</summary>
[Trait("Needs", "Engine")]
public sealed class StateMachineTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private const string Case = """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z"}""";

    /// <summary>What can't be made with one request; see the test that makes them.</summary>
    private static readonly string[] Made = ["ActionItem", "AuditFinding", "AuditRun", "RootCauseAnalysis"];

    /// <summary>Of the record: its type, where it is created and with what, how its status is changed, and to what in vain; then what would be allowed.</summary>
    public static TheoryData<string, string, string, string, string, string> Simple => new()
    {
        { "Incident", "/api/v1/incidents", Case, "PATCH", "closed", "under_investigation" },
        { "Complaint", "/api/v1/complaints", """{"title":"t","description":"d","received_date":"2026-01-05T10:00:00Z","complainant_name":"A"}""", "PATCH", "closed", "acknowledged,escalated" },
        { "Collision", "/api/v1/rta", """{"title":"t","description":"d","collision_date":"2026-01-05T10:00:00Z"}""", "PATCH", "closed", "under_investigation" },
        { "Risk", "/api/v1/risks", """{"title":"t","description":"d"}""", "PATCH", "closed", "assessing" },
        { "Policy", "/api/v1/policies", """{"title":"t"}""", "PUT", "published", "under_review" },
    };

    [Theory]
    [MemberData(nameof(Simple))]
    public async Task A_new_record_refuses_to_jump_and_names_the_states_allowed(string kind, string path, string create, string method, string to, string allowed)
    {
        var id = (await service.Admin.Post(path, create)).MustBe(HttpStatusCode.Created).Id;
        Refused(await service.Admin.Send(new HttpMethod(method), $"{path}/{id}", new { status = to }), to, allowed.Split(','));
        var type = typeof(Program).Assembly.GetTypes().Single(candidate => candidate.Name == kind);
        (await service.InDatabaseAsync(async db => await db.FindAsync(type, id))).ShouldNotBeNull($"{path} makes no {kind}");
    }

    [Fact]
    public async Task An_analysis_an_audit_a_finding_and_an_action_refuse_to_jump_too()
    {
        var incident = (await service.Admin.Post("/api/v1/incidents", Case)).MustBe(HttpStatusCode.Created).Id;
        var analysis = (await service.Admin.Post("/api/v1/rtas", new { title = "t", problem_statement = "p", incident_id = incident })).MustBe(HttpStatusCode.Created).Id;
        Refused(await service.Admin.Patch($"/api/v1/rtas/{analysis}", new { status = "approved" }), "approved", "in_review");

        var action = (await new ActionCalls(service).PlanAsync($"/api/v1/incidents/{incident}", service.AdminId)).MustBe(HttpStatusCode.Created).Id;
        Refused(await service.Admin.Post($"/api/v1/actions/{action}/complete", new { notes = "n" }), "completed", "in_progress", "cancelled");

        var (run, _) = await service.StartedWithAsync("text");
        Refused(await service.Admin.Patch($"{AuditCalls.Root}/runs/{run}", new { status = "scheduled" }), "scheduled", "pending_review", "completed", "cancelled");
        var finding = (await service.Admin.Post($"{AuditCalls.Root}/runs/{run}/findings", new { title = "t", description = "d" })).MustBe(HttpStatusCode.Created).Id;
        Refused(await service.Admin.Patch($"{AuditCalls.Root}/findings/{finding}", new { status = "closed" }), "closed", "in_progress", "deferred");
    }

    [Fact]
    public void No_record_has_states_that_nobody_tried_to_jump_over()
    {
        var tried = Simple.Select(row => (string)row[0]).Concat(Made).ToList();
        var kinds = typeof(Program).Assembly.GetTypes().Where(HasStates).Select(type => type.Name).ToList();

        kinds.Except(tried).ShouldBeEmpty($"they have states; add a jump that each refuses to {nameof(StateMachineTests)}.{nameof(Simple)}, or try it where those of {nameof(Made)} are made");
        tried.Except(kinds).ShouldBeEmpty("they have no states");
    }

    private static bool HasStates(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Any(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Transitions<>));

    private static void Refused(Answer answer, string to, params string[] allowed)
    {
        answer.MustBe(HttpStatusCode.Conflict);
        var details = answer.Body.GetProperty("details");
        details.GetProperty("to").GetString().ShouldBe(to);
        details.GetProperty("allowed").EnumerateArray().Select(state => state.GetString()!).ShouldBe(allowed, ignoreOrder: true);
        foreach (var state in allowed) answer.Message.ShouldContain(state);
    }
}
