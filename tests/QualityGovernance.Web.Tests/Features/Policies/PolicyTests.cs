using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;

namespace QualityGovernance.Web.Tests.Features.Policies;

public abstract class PolicyTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/policies";

    [Fact]
    public async Task A_policy_is_created_read_changed_and_deleted()
    {
        var created = (await service.Admin.Post(Path, new { title = "Work at height", description = "Ladders", document_type = "procedure" })).MustBe(HttpStatusCode.Created);
        created["status"].ShouldBe("draft");
        created["reference_number"].ShouldMatch("^POL-[0-9]{4}-[0-9]{4}$");
        created.Body.GetProperty("created_by_id").GetInt32().ShouldBe(service.AdminId);
        created.Headers.Location?.ToString().ShouldBe($"{Path}/{created.Id}");

        var read = (await service.Admin.Get($"{Path}/{created.Id}")).MustBe(HttpStatusCode.OK);
        read.Text.ShouldBe(created.Text);

        var changed = (await service.Admin.Put($"{Path}/{created.Id}", new { title = "Work at heights", description = (string?)null })).MustBe(HttpStatusCode.OK);
        changed["title"].ShouldBe("Work at heights");
        changed["document_type"].ShouldBe("procedure");
        changed.Body.GetProperty("description").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_deleted_policy_is_kept_with_who_deleted_it()
    {
        var created = await service.Admin.Post(Path, new { title = "To be deleted" });
        await service.Admin.Delete($"{Path}/{created.Id}");

        var kept = await service.InDatabaseAsync(db => db.Set<Policy>().IgnoreQueryFilters().SingleAsync(policy => policy.Id == created.Id));
        kept.DeletedAt.ShouldNotBeNull();
        kept.DeletedById.ShouldBe(service.AdminId);
    }

    [Theory]
    [InlineData("""{}""", "title")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"title":""}""", "title")]
    [InlineData("""{"title":"   "}""", "title")]
    [InlineData("""{"title":7}""", "title")]
    [InlineData("""{"title":"x","document_type":"novel"}""", "document_type")]
    [InlineData("""{"title":"x","document_type":null}""", "document_type")]
    [InlineData("""{"title":"x","status":3}""", "status")]
    [InlineData("""{"title":"x","colour":"red"}""", "colour")]
    [InlineData("""{"title":"a\u0000b"}""", "title")]
    [InlineData("""{"title":"x","reference_number":""}""", "reference_number")]
    [InlineData("""{"title":"x","reference_number":"POL 1"}""", "reference_number")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string body, string field)
    {
        var before = await CountAsync();

        var answer = (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity);

        answer.WrongFields.ShouldContain(field);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Texts_may_be_as_long_as_the_contract_says_and_no_longer()
    {
        (await service.Admin.Post(Path, new { title = new string('x', 300) })).Status.ShouldBe(HttpStatusCode.Created);
        (await service.Admin.Post(Path, new { title = new string('x', 301) })).WrongFields.ShouldBe(["title"]);
        (await service.Admin.Post(Path, new { title = "x", description = new string('x', 50_001) })).WrongFields.ShouldBe(["description"]);
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("procedure")]
    [InlineData("work_instruction")]
    [InlineData("sop")]
    [InlineData("form")]
    [InlineData("template")]
    [InlineData("guideline")]
    [InlineData("manual")]
    [InlineData("record")]
    [InlineData("other")]
    public async Task Every_type_of_document_is_stored_and_read_back(string type)
    {
        var policy = (await service.Admin.Post(Path, new { title = type, document_type = type })).MustBe(HttpStatusCode.Created);
        (await service.Admin.Get($"{Path}/{policy.Id}"))["document_type"].ShouldBe(type);
        (await service.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT document_type AS \"Value\" FROM policies WHERE id = {0}", policy.Id).ToListAsync())).ShouldBe([type]);
    }

    [Fact]
    public async Task A_status_moves_only_where_its_life_allows()
    {
        var policy = await service.Admin.Post(Path, new { title = "Life" });
        var address = $"{Path}/{policy.Id}";

        var refused = (await service.Admin.Put(address, new { status = "published", title = "Not this either" })).MustBe(HttpStatusCode.Conflict);
        refused.Body.GetProperty("details").GetProperty("allowed").EnumerateArray().Select(state => state.GetString()).ShouldBe(["under_review"]);
        (await service.Admin.Get(address))["title"].ShouldBe("Life");

        var reviewer = await service.ClientWithPermissionsAsync("policy:read", "policy:update", "policy:approve", "policy:publish");
        (await service.Admin.Put(address, new { status = "under_review" })).MustBe(HttpStatusCode.OK)["status"].ShouldBe("under_review");
        (await service.Admin.Put(address, new { status = "approved" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("Nobody approves");
        foreach (var status in new[] { "approved", "published" })
            (await reviewer.Put(address, new { status })).MustBe(HttpStatusCode.OK)["status"].ShouldBe(status);
        var superseded = (await reviewer.Put(address, new { status = "superseded" })).MustBe(HttpStatusCode.Conflict);
        superseded.Body.GetProperty("details").GetProperty("allowed").EnumerateArray().Select(state => state.GetString()).ShouldBe(["retired"]);
        (await reviewer.Put(address, new { status = "retired" })).MustBe(HttpStatusCode.OK)["status"].ShouldBe("retired");
        (await service.Admin.Put(address, new { status = "draft" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("final");
        (await service.Admin.Put(address, new { title = "Afterwards" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Get(address)).MustBe(HttpStatusCode.OK)["title"].ShouldBe("Life");
    }

    [Fact]
    public async Task A_status_is_changed_by_those_only_who_may_change_it()
    {
        var policy = await service.Admin.Post(Path, new { title = "Guarded" });
        var clerk = await service.ClientWithPermissionsAsync("policy:read", "policy:update");
        (await service.Admin.Put($"{Path}/{policy.Id}", new { status = "under_review" })).MustBe(HttpStatusCode.OK);

        (await clerk.Put($"{Path}/{policy.Id}", new { status = "approved" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("policy:approve");
        (await clerk.Put($"{Path}/{policy.Id}", new { status = "draft" })).MustBe(HttpStatusCode.OK)["status"].ShouldBe("draft");
    }

    [Fact]
    public async Task A_new_policy_starts_as_a_draft()
    {
        var refused = (await service.Admin.Post(Path, new { title = "Too far", status = "published" })).MustBe(HttpStatusCode.Conflict);
        refused.Body.GetProperty("details").GetProperty("allowed").EnumerateArray().Select(state => state.GetString()).ShouldBe(["draft"]);
    }

    [Fact]
    public async Task A_list_has_pages_newest_number_first_and_no_policy_twice()
    {
        for (var index = 0; index < 5; index++) (await service.Admin.Post(Path, new { title = $"Listed {index}" })).MustBe(HttpStatusCode.Created);

        var first = (await service.Admin.Get($"{Path}?page_size=2")).MustBe(HttpStatusCode.OK);
        var pages = first.Body.GetProperty("pages").GetInt32();
        pages.ShouldBe((first.Total + 1) / 2);
        var numbers = new List<string>();
        for (var page = 1; page <= pages; page++)
            numbers.AddRange((await service.Admin.Get($"{Path}?page={page}&page_size=2")).Items.Select(item => item.GetProperty("reference_number").GetString()!));

        numbers.Count.ShouldBe(first.Total);
        numbers.ShouldBeUnique();
        numbers.ShouldBe(numbers.OrderDescending(StringComparer.Ordinal));
        (await service.Admin.Get($"{Path}?page={pages + 1}&page_size=2")).Items.ShouldBeEmpty();
        (await service.Admin.Get(Path)).Body.GetProperty("page_size").GetInt32().ShouldBe(50);
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page_size=0")]
    [InlineData("?page_size=101")]
    [InlineData("?page=x")]
    public async Task A_page_that_can_not_be_is_refused(string query) =>
        (await service.Admin.Get(Path + query)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Theory]
    [InlineData("/api/v1/policies/999999", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/policies/-1", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/policies/x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/policies/99999999999999999999", HttpStatusCode.UnprocessableEntity)]
    public async Task An_id_that_is_not_there_is_an_error_of_the_caller(string path, HttpStatusCode status)
    {
        (await service.Admin.Get(path)).Status.ShouldBe(status);
        (await service.Admin.Put(path, new { title = "x" })).Status.ShouldBe(status);
        (await service.Admin.Delete(path)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Of_two_changes_at_the_same_time_none_is_lost()
    {
        var policy = await service.Admin.Post(Path, new { title = "Contended" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => service.Admin.Put($"{Path}/{policy.Id}", new { title = $"Change {index}" })));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Conflict);
        var saved = answers.Count(answer => answer.Status == HttpStatusCode.OK);
        var stored = await service.InDatabaseAsync(db => db.Set<Policy>().SingleAsync(found => found.Id == policy.Id));
        stored.RowVersion.ShouldBe(1 + saved);
    }

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<Policy>().IgnoreQueryFilters().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class PolicyTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : PolicyTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class PolicyTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : PolicyTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
