using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

public abstract class AuditTrailTests(IServiceUnderTest service)
{
    private const string Trail = "/api/v1/audit-trail";

    /// <summary>The same refusal in each engine's words: entries of policies can't be written.</summary>
    protected abstract string BreakingSql { get; }

    protected abstract string MendingSql { get; }

    [Fact]
    public async Task Create_update_and_delete_leave_what_changed_who_did_it_and_in_which_request()
    {
        using var request = service.ClientOf(service.AdminId);
        request.DefaultRequestHeaders.Add("X-Request-ID", "audited-request-1");
        var policy = await request.Post("/api/v1/policies", new { title = "Before" });
        await request.Put($"/api/v1/policies/{policy.Id}", new { title = "After" });
        await request.Delete($"/api/v1/policies/{policy.Id}");

        var entries = (await service.Admin.Get($"{Trail}?entity_type=policy&entity_id={policy.Id}")).MustBe(HttpStatusCode.OK).Items;

        entries.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["delete", "update", "create"]);
        entries.ShouldAllBe(entry => entry.GetProperty("request_id").GetString() == "audited-request-1" && entry.GetProperty("actor_id").GetInt32() == service.AdminId);
        var (deleted, updated, created) = (entries[0], entries[1], entries[2]);
        created.GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        created.GetProperty("after").GetProperty("title").GetString().ShouldBe("Before");
        created.GetProperty("after").GetProperty("reference_number").GetString().ShouldBe(policy["reference_number"]);
        updated.GetProperty("before").GetRawText().ShouldBe("""{"title":"Before"}""");
        updated.GetProperty("after").GetRawText().ShouldBe("""{"title":"After"}""");
        deleted.GetProperty("before").GetProperty("title").GetString().ShouldBe("After");
        deleted.GetProperty("after").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("incident")]
    [InlineData("user")]
    [InlineData("role")]
    public async Task Every_kind_of_record_is_audited(string kind)
    {
        var (path, body, change) = kind switch
        {
            "incident" => ("/api/v1/incidents", (object)new { title = "Slip", description = "d", incident_date = "2026-01-05T10:00:00Z" }, (object)new { title = "Trip" }),
            "user" => ("/api/v1/users", new { email = $"{Guid.CreateVersion7():N}@example.org", first_name = "A", last_name = "B", password = "long enough" }, new { first_name = "C" }),
            _ => ("/api/v1/users/roles", new { name = $"{Guid.CreateVersion7():N}" }, new { description = "Changed" }),
        };
        var created = (await service.Admin.Post(path, body)).MustBe(HttpStatusCode.Created);
        (await service.Admin.Patch($"{path}/{created.Id}", change)).MustBe(HttpStatusCode.OK);

        (await ActionsAsync(kind, created.Id)).ShouldBe(["update", "create"]);
    }

    [Fact]
    public async Task A_login_is_an_entry_of_the_user_who_logged_in()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var user = await service.AddUserAsync(new Passwords().Hash("long enough"), email);
        (await service.Anonymous.Post("/api/v1/auth/login", new { email, password = "long enough" })).MustBe(HttpStatusCode.OK);

        var entry = (await service.Admin.Get($"{Trail}?action=login&entity_id={user}")).Items.Single();
        entry.GetProperty("actor_id").GetInt32().ShouldBe(user);
        entry.GetProperty("entity_type").GetString().ShouldBe("user");
    }

    [Fact]
    public async Task A_password_never_stands_in_the_trail_not_even_hashed()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var user = (await service.Admin.Post("/api/v1/users", new { email, first_name = "A", last_name = "B", password = "very secret indeed" })).Id;
        var client = service.ClientOf(user);
        (await client.Post("/api/v1/auth/change-password", new { current_password = "very secret indeed", new_password = "even more secret" })).MustBe(HttpStatusCode.OK);

        var entries = (await service.Admin.Get($"{Trail}?entity_type=user&entity_id={user}")).Items;

        entries[0].GetProperty("before").GetRawText().ShouldBe("""{"password_hash":"***"}""");
        entries[0].GetProperty("after").GetRawText().ShouldBe("""{"password_hash":"***"}""");
        entries[1].GetProperty("after").GetProperty("password_hash").GetString().ShouldBe("***");
    }

    [Fact]
    public async Task Roles_given_and_taken_are_changes_of_the_user()
    {
        var role = (await service.Admin.Post("/api/v1/users/roles", new { name = $"{Guid.CreateVersion7():N}" })).Id;
        var user = await service.AddUserAsync();
        await service.Admin.Patch($"/api/v1/users/{user}", new { role_ids = new[] { role } });
        await service.Admin.Patch($"/api/v1/users/{user}", new { role_ids = Array.Empty<int>() });

        var entries = (await service.Admin.Get($"{Trail}?entity_type=user&entity_id={user}&action=update")).Items;

        entries.Count.ShouldBe(2);
        entries[1].GetProperty("after").GetProperty("role_id").GetInt32().ShouldBe(role);
        entries[0].GetProperty("before").GetProperty("role_id").GetInt32().ShouldBe(role);
    }

    [Fact]
    public async Task A_refused_change_leaves_no_entry()
    {
        var policy = await service.Admin.Post("/api/v1/policies", new { title = "Quiet" });
        await service.Admin.Put($"/api/v1/policies/{policy.Id}", new { status = "retired" });
        await service.Admin.Put($"/api/v1/policies/{policy.Id}", new { title = "" });
        await service.Admin.Put($"/api/v1/policies/{policy.Id}", new { title = "Quiet" });

        (await ActionsAsync("policy", policy.Id)).ShouldBe(["create"]);
    }

    [Fact]
    public async Task A_record_whose_entry_can_not_be_written_is_not_written_either()
    {
        var policy = await service.Admin.Post("/api/v1/policies", new { title = "Kept" });
        await ExecuteAsync(BreakingSql);
        try
        {
            (await service.Admin.Post("/api/v1/policies", new { title = "Never there" })).Status.ShouldBe(HttpStatusCode.InternalServerError);
            (await service.Admin.Put($"/api/v1/policies/{policy.Id}", new { title = "Never so" })).Status.ShouldBe(HttpStatusCode.InternalServerError);
            (await service.Admin.Delete($"/api/v1/policies/{policy.Id}")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await ExecuteAsync(MendingSql);
        }

        (await service.Admin.Get($"/api/v1/policies/{policy.Id}"))["title"].ShouldBe("Kept");
        (await service.InDatabaseAsync(db => db.Set<Policy>().IgnoreQueryFilters().AnyAsync(found => found.Title == "Never there"))).ShouldBeFalse();
        var next = await service.Admin.Post("/api/v1/policies", new { title = "Next" });
        int.Parse(next["reference_number"][9..]).ShouldBe(int.Parse(policy["reference_number"][9..]) + 1);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'nothing'")]
    [InlineData("DELETE FROM audit_entries")]
    public async Task The_database_itself_refuses_to_change_the_trail(string sql)
    {
        await service.Admin.Post("/api/v1/policies", new { title = "Audited" });
        var before = await CountAsync();

        var refusal = await Should.ThrowAsync<Exception>(() => ExecuteAsync(sql));

        refusal.Message.ShouldContain("append-only");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_trail_is_filtered_by_actor_and_time()
    {
        var client = service.ClientOf(await service.AddUserAsync(permissions: "policy:create"));
        (await client.Post("/api/v1/policies", new { title = "Mine" })).MustBe(HttpStatusCode.Created);
        var mine = (await service.Admin.Get($"{Trail}?action=create&entity_type=policy")).Items[0];
        var (actor, at) = (mine.GetProperty("actor_id").GetInt32(), Uri.EscapeDataString(mine.GetProperty("occurred_at").GetString()!));

        (await service.Admin.Get($"{Trail}?actor_id={actor}")).Total.ShouldBe(1);
        (await service.Admin.Get($"{Trail}?actor_id={actor}&from={at}&to={at}")).Total.ShouldBe(1);
        (await service.Admin.Get($"{Trail}?actor_id={actor}&to=2026-01-01T00:00:00Z")).Total.ShouldBe(0);
        (await service.Admin.Get($"{Trail}?from=yesterday")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await service.Admin.Get($"{Trail}?entity_id=x")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await service.Admin.Get($"{Trail}?action=nothing")).WrongFields.ShouldBe(["action"]);
        (await service.Admin.Get($"{Trail}?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")).WrongFields.ShouldBe(["from"]);
        (await service.Admin.Get($"{Trail}?request_id={new string('x', 65)}")).WrongFields.ShouldBe(["request_id"]);
    }

    [Fact]
    public async Task The_trail_of_one_request_is_found_by_its_id()
    {
        using var request = service.ClientOf(service.AdminId);
        request.DefaultRequestHeaders.Add("X-Request-ID", "found-by-its-id");
        var policy = await request.Post("/api/v1/policies", new { title = "Found" });

        var entry = (await service.Admin.Get($"{Trail}?request_id=found-by-its-id")).Items.Single();
        entry.GetProperty("entity_id").GetInt32().ShouldBe(policy.Id);
        (await service.Admin.Get($"{Trail}?request_id=found-by-its-i")).Total.ShouldBe(0);
    }

    private async Task<IEnumerable<string?>> ActionsAsync(string type, int id) =>
        (await service.Admin.Get($"{Trail}?entity_type={type}&entity_id={id}")).MustBe(HttpStatusCode.OK).Items.Select(entry => entry.GetProperty("action").GetString());

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.AuditEntries.CountAsync());

    private Task<int> ExecuteAsync(string sql) => service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}

[Trait("Needs", "Engine")]
public sealed class AuditTrailTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : AuditTrailTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private readonly ServiceUnderTest<OnPostgreSql> _service = service;

    protected override string BreakingSql => "ALTER TABLE audit_entries ADD CONSTRAINT broken CHECK (entity_type <> 'policy') NOT VALID";

    protected override string MendingSql => "ALTER TABLE audit_entries DROP CONSTRAINT broken";

    [Fact]
    public async Task The_trail_can_not_be_emptied_at_once_either() =>
        (await Should.ThrowAsync<PostgresException>(() => _service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("TRUNCATE audit_entries")))).Message.ShouldContain("append-only");
}

public sealed class AuditTrailTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : AuditTrailTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private readonly ServiceUnderTest<OnSqlite> _service = service;

    protected override string BreakingSql =>
        "CREATE TRIGGER broken BEFORE INSERT ON audit_entries WHEN NEW.entity_type = 'policy' BEGIN SELECT RAISE(ABORT, 'broken'); END";

    protected override string MendingSql => "DROP TRIGGER broken";

    [Fact]
    public async Task An_entry_can_not_be_replaced_by_writing_it_again()
    {
        await _service.Admin.Post("/api/v1/policies", new { title = "Audited" });
        await Should.ThrowAsync<SqliteException>(() => _service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
            "INSERT OR REPLACE INTO audit_entries SELECT id, entry_key, 'nothing', entity_type, entity_id, actor_id, request_id, occurred_at, before, after FROM audit_entries")));
    }
}
