using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;

namespace QualityGovernance.Web.Tests.Features.Policies;

public abstract class PolicyLifeTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/policies";

    [Fact]
    public async Task A_version_goes_from_draft_to_publication_and_is_superseded_by_the_next()
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("First", "Text one");
        await PublishedAsync(address, 1, reviewer);
        (await service.Admin.Get(address))["status"].ShouldBe("published");

        var second = (await service.Admin.Post($"{address}/versions", new { content = "Text two" })).MustBe(HttpStatusCode.Created);
        second["title"].ShouldBe("First");
        second.Headers.Location?.ToString().ShouldBe($"{address}/versions/2");
        (await service.Admin.Put($"{address}/versions/2", new { title = "Second" })).MustBe(HttpStatusCode.OK)["content"].ShouldBe("Text two");
        var meanwhile = await service.Admin.Get(address);
        (meanwhile["title"], meanwhile.Body.GetProperty("version").GetInt32(), meanwhile.Body.GetProperty("latest_version").GetInt32()).ShouldBe(("First", 1, 2));

        await PublishedAsync(address, 2, reviewer);
        (await service.Admin.Get(address))["title"].ShouldBe("Second");
        var versions = (await service.Admin.Get($"{address}/versions?page_size=1")).MustBe(HttpStatusCode.OK);
        (versions.Total, versions.Items[0].GetProperty("status").GetString()).ShouldBe((2, "published"));
        var before = (await service.Admin.Get($"{address}/versions?page_size=1&after={versions.NextAfter}")).MustBe(HttpStatusCode.OK).Items.Single();
        (before.GetProperty("number").GetInt32(), before.GetProperty("status").GetString()).ShouldBe((1, "superseded"));
        (await service.Admin.Get($"{address}/versions/1"))["content"].ShouldBe("Text one");

        (await service.Admin.Post($"{address}/versions/2/retire", null)).MustBe(HttpStatusCode.OK);
        (await service.Admin.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("retired");
    }

    [Fact]
    public async Task The_audit_trail_says_which_version_changed()
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("Trailed", "Text");
        await PublishedAsync(address, 1, reviewer);
        (await service.Admin.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Created);
        await PublishedAsync(address, 2, reviewer);

        var entries = (await service.Admin.Get($"/api/v1/audit-trail?entity_type=policy&entity_id={address[(address.LastIndexOf('/') + 1)..]}&page_size=100")).Items
            .Where(entry => entry.GetProperty("before").GetRawText().Contains("\"status\"", StringComparison.Ordinal))
            .Select(entry => entry.GetProperty("after"))
            .Where(after => after.TryGetProperty("number", out _))
            .Select(after => (after.GetProperty("number").GetInt32(), after.GetProperty("status").GetString()));
        entries.ShouldContain((1, "superseded"));
        entries.ShouldContain((2, "published"));
    }

    [Fact]
    public async Task A_policy_that_an_earlier_release_published_is_retired_as_what_was_in_force()
    {
        var address = await PolicyAsync("In force", "Text");
        var id = int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        await service.InDatabaseAsync(db => db.Set<Policy>().Where(policy => policy.Id == id).ExecuteUpdateAsync(policy => policy.SetProperty(one => one.Status, DocumentStatus.Published)));
        (await service.Admin.Post($"{address}/versions", new { title = "Never in force" })).MustBe(HttpStatusCode.Created);

        (await service.Admin.Post($"{address}/versions/1/retire", null)).MustBe(HttpStatusCode.OK);

        var retired = await service.Admin.Get(address);
        (retired["title"], retired["status"], retired.Body.GetProperty("version").GetInt32()).ShouldBe(("In force", "retired", 1));
    }

    [Theory]
    [InlineData("draft", "approve publish reject retire", "under_review")]
    [InlineData("under_review", "submit publish retire", "draft, approved")]
    [InlineData("approved", "approve retire", "draft, under_review, published")]
    [InlineData("published", "submit approve reject publish", "retired")]
    [InlineData("retired", "submit approve reject publish retire", "")]
    public async Task What_a_status_does_not_allow_is_refused_and_says_what_it_allows(string status, string moves, string allowed)
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("States", "Text");
        foreach (var (move, reached) in new[] { ("submit", "under_review"), ("approve", "approved"), ("publish", "published"), ("retire", "retired") })
        {
            if ((await service.Admin.Get($"{address}/versions/1"))["status"] == status) break;
            var mover = move == "submit" ? service.Admin : reviewer;
            (await mover.Post($"{address}/versions/1/{move}", null)).MustBe(HttpStatusCode.OK)["status"].ShouldBe(reached);
        }

        foreach (var move in moves.Split(' '))
        {
            var refused = (await reviewer.Post($"{address}/versions/1/{move}", null)).MustBe(HttpStatusCode.Conflict);
            string.Join(", ", refused.Body.GetProperty("details").GetProperty("allowed").EnumerateArray().Select(state => state.GetString())).ShouldBe(allowed);
        }

        (await service.Admin.Get($"{address}/versions/1"))["status"].ShouldBe(status);
        if (status != "draft") (await service.Admin.Put($"{address}/versions/1", new { content = "Slipped in" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("draft");
    }

    [Fact]
    public async Task Nobody_approves_what_they_had_a_hand_in_not_even_a_superuser()
    {
        var (editor, reviewer) = (await ReviewerAsync(), await ReviewerAsync());
        var otherAdmin = service.ClientOf(await service.AddUserAsync(superuser: true));
        var address = await PolicyAsync("Hands", "Text");
        (await editor.Put(address, new { title = "Changed by a second" })).MustBe(HttpStatusCode.OK);
        (await otherAdmin.Post($"{address}/versions/1/submit", null)).MustBe(HttpStatusCode.OK);

        foreach (var author in new[] { service.Admin, editor, otherAdmin })
            (await author.Post($"{address}/versions/1/approve", null)).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("Nobody approves");
        (await reviewer.Post($"{address}/versions/1/approve", null)).MustBe(HttpStatusCode.OK).Body.GetProperty("author_ids").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task An_approval_is_of_one_exact_text()
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("Exact", "Text");
        var read = (await service.Admin.Post($"{address}/versions/1/submit", null)).MustBe(HttpStatusCode.OK);
        read["sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Exact\0\0Text"))));
        var otherHash = new string('0', 64);

        (await reviewer.Post($"{address}/versions/1/approve", new { sha256 = otherHash })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("sha256");
        (await reviewer.Post($"{address}/versions/1/approve", new { sha256 = "not a hash" })).WrongFields.ShouldBe(["sha256"]);
        var approved = (await reviewer.Post($"{address}/versions/1/approve", new { sha256 = read["sha256"] })).MustBe(HttpStatusCode.OK);
        approved["approved_sha256"].ShouldBe(read["sha256"]);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("content")]
    public async Task A_text_that_was_changed_after_its_approval_is_not_published(string column)
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("Approved", "Text");
        (await service.Admin.Post($"{address}/versions/1/submit", null)).MustBe(HttpStatusCode.OK);
        (await reviewer.Post($"{address}/versions/1/approve", null)).MustBe(HttpStatusCode.OK);
        await ExecuteAsync($"UPDATE policy_versions SET {column} = 'Slipped in' WHERE policy_id = {{0}}", address);

        (await reviewer.Post($"{address}/versions/1/publish", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("not the one that was approved");
        (await reviewer.Put(address, new { status = "published" })).MustBe(HttpStatusCode.Conflict);
        (await reviewer.Post($"{address}/versions/1/reject", new { comment = "Somebody changed it" })).MustBe(HttpStatusCode.OK).Body.GetProperty("approved_sha256").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task One_version_is_open_at_a_time_and_one_is_in_force()
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("One", "Text");
        (await service.Admin.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("Version 1 is draft");
        await PublishedAsync(address, 1, reviewer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.Admin.Post($"{address}/versions", null)));
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.Conflict);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => ExecuteAsync("UPDATE policy_versions SET status = 'published' WHERE policy_id = {0}", address));
    }

    [Fact]
    public async Task A_policy_that_an_earlier_release_wrote_has_one_version_and_goes_on_from_there()
    {
        var reviewer = await ReviewerAsync();
        var address = await PolicyAsync("Old", null);
        await ExecuteAsync("UPDATE policies SET status = 'published' WHERE id = {0}", address);

        (await service.Admin.Get($"{address}/versions")).Items.Single().GetProperty("status").GetString().ShouldBe("published");
        (await service.Admin.Get($"{address}/versions/1"))["title"].ShouldBe("Old");
        (await service.Admin.Put(address, new { title = "Other" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Post($"{address}/versions", new { title = "New" })).MustBe(HttpStatusCode.Created);
        await PublishedAsync(address, 2, reviewer);
        (await service.Admin.Get($"{address}/versions/1"))["status"].ShouldBe("superseded");
    }

    [Fact]
    public async Task A_version_is_acknowledged_once_by_each_person_and_those_who_have_not_are_known()
    {
        var reviewer = await ReviewerAsync();
        var readerId = await service.AddUserAsync(permissions: ["policy:acknowledge"]);
        var reader = service.ClientOf(readerId);
        var address = await PolicyAsync("Read me", "Text");
        (await reader.Post($"{address}/acknowledgements", new { version = 1 })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("in force");
        await PublishedAsync(address, 1, reviewer);

        (await reader.Post($"{address}/acknowledgements", new { version = 2 })).MustBe(HttpStatusCode.Conflict);
        (await reader.Post($"{address}/acknowledgements", new { })).WrongFields.ShouldBe(["version"]);
        (await reader.Post($"{address}/acknowledgements", new { version = 1 })).MustBe(HttpStatusCode.Created).Body.GetProperty("user_id").GetInt32().ShouldBe(readerId);
        (await reader.Post($"{address}/acknowledgements", new { version = 1 })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("once");

        var have = (await service.Admin.Get($"{address}/acknowledgements?acknowledged=true")).MustBe(HttpStatusCode.OK);
        have.Items.Select(item => item.GetProperty("user_id").GetInt32()).ShouldBe([readerId]);
        var missing = (await service.Admin.Get($"{address}/acknowledgements?acknowledged=false&page_size=100")).MustBe(HttpStatusCode.OK);
        missing.Items.Select(item => item.GetProperty("user_id").GetInt32()).ShouldContain(service.AdminId);
        missing.Total.ShouldBe((await service.Admin.Get($"{address}/acknowledgements")).Total - 1);
        (await service.Admin.Get($"{address}/acknowledgements?version=2")).WrongFields.ShouldBe(["version"]);
    }

    [Fact]
    public async Task A_policy_in_force_is_overdue_from_the_day_after_its_review_date()
    {
        var reviewer = await ReviewerAsync();
        var today = DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime);
        var (late, current) = (await PolicyAsync("Late", "Text"), await PolicyAsync("Current", "Text"));
        (await service.Admin.Put(late, new { review_date = today.AddDays(-1) })).MustBe(HttpStatusCode.OK)["review_date"].ShouldBe($"{today.AddDays(-1):yyyy-MM-dd}");
        (await service.Admin.Put(current, new { review_date = today })).MustBe(HttpStatusCode.OK);
        foreach (var address in new[] { late, current }) await PublishedAsync(address, 1, reviewer);

        var overdue = (await service.Admin.Get($"{Path}?overdue=true&status=published&document_type=policy")).MustBe(HttpStatusCode.OK);
        overdue.Items.Select(item => item.GetProperty("title").GetString()).ShouldBe(["Late"]);
        (await service.Admin.Get($"{Path}?overdue=false&page_size=100")).Items.Select(item => item.GetProperty("title").GetString()).ShouldContain("Current");
        (await service.Admin.Get($"{Path}?status=finished")).WrongFields.ShouldBe(["status"]);
    }

    [Theory]
    [InlineData("""{"title":""}""", "title")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"content":7}""", "content")]
    [InlineData("""{"status":"published"}""", "status")]
    public async Task A_version_that_is_not_well_formed_is_refused_by_field(string body, string field)
    {
        var address = await PolicyAsync("Formed", "Text");
        (await service.Admin.Post($"{address}/versions", body)).WrongFields.ShouldContain(field);
        (await service.Admin.Put($"{address}/versions/1", body)).WrongFields.ShouldContain(field);
        (await service.Admin.Get($"{address}/versions/99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Put($"{address}/versions/0", new { content = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Post($"{address}/versions/1/submit", new { comment = new string('x', 5_001) })).WrongFields.ShouldBe(["comment"]);
    }

    private async Task<string> PolicyAsync(string title, string? content) =>
        $"{Path}/{(await service.Admin.Post(Path, new { title, content })).MustBe(HttpStatusCode.Created).Id}";

    private Task<int> ExecuteAsync(string sql, string address) =>
        service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql, int.Parse(address[(address.LastIndexOf('/') + 1)..])));

    private Task<HttpClient> ReviewerAsync() => service.ClientWithPermissionsAsync("policy:read", "policy:update", "policy:approve", "policy:publish");

    private async Task PublishedAsync(string address, int number, HttpClient reviewer)
    {
        (await service.Admin.Post($"{address}/versions/{number}/submit", null)).MustBe(HttpStatusCode.OK);
        foreach (var move in new[] { "approve", "publish" }) (await reviewer.Post($"{address}/versions/{number}/{move}", new { comment = "Fine" })).MustBe(HttpStatusCode.OK);
    }
}

[Trait("Needs", "Engine")]
public sealed class PolicyLifeTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : PolicyLifeTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class PolicyLifeTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : PolicyLifeTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
