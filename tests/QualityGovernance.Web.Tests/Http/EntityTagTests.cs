using System.Net;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Http;

public abstract class EntityTagTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/policies";

    [Fact]
    public async Task Creating_changing_and_reading_agree_on_the_tag_which_changes_with_the_record()
    {
        var created = (await service.Admin.Post(Path, new { title = "First" })).MustBe(HttpStatusCode.Created);
        created.EntityTag.ShouldNotBeNull().ShouldMatch("^\"[A-Za-z0-9_-]{22}\"$");
        (await service.Admin.Get($"{Path}/{created.Id}")).EntityTag.ShouldBe(created.EntityTag);
        (await service.Admin.Get($"{Path}/{created.Id}/")).EntityTag.ShouldBe(created.EntityTag);

        var changed = await service.Admin.Put($"{Path}/{created.Id}", new { title = "Second" });

        changed.EntityTag.ShouldNotBe(created.EntityTag);
        (await service.Admin.Get($"{Path}/{created.Id}")).EntityTag.ShouldBe(changed.EntityTag);
    }

    [Fact]
    public async Task Neither_a_list_nor_an_error_has_a_tag()
    {
        (await service.Admin.Get(Path)).EntityTag.ShouldBeNull();
        (await service.Admin.Get($"{Path}/999999")).EntityTag.ShouldBeNull();
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("not a tag", 200)]
    public async Task Who_has_the_record_is_not_sent_it_again(string condition, int status)
    {
        var policy = await service.Admin.Post(Path, new { title = "First" });

        var answer = await service.Admin.Send(HttpMethod.Get, $"{Path}/{policy.Id}", null, ("If-None-Match", string.Format(condition, policy.EntityTag)));

        ((int)answer.Status).ShouldBe(status);
        answer.EntityTag.ShouldBe(policy.EntityTag);
        if (status == 304) answer.Text.ShouldBeEmpty();
        answer.Headers.CacheControl.ShouldNotBeNull().ToString().ShouldBe("no-cache, private");
    }

    [Theory]
    [InlineData("{0}", 200)]
    [InlineData("\"other\", {0}", 200)]
    [InlineData("*", 200)]
    [InlineData("\"other\"", 412)]
    [InlineData("W/{0}", 412)]
    [InlineData("not a tag", 422)]
    [InlineData("*, {0}", 422)]
    public async Task A_change_is_made_only_to_what_its_sender_has_read(string condition, int status)
    {
        var policy = await service.Admin.Post(Path, new { title = "First" });

        var answer = await service.Admin.Send(HttpMethod.Put, $"{Path}/{policy.Id}", new { title = "Second" }, ("If-Match", string.Format(condition, policy.EntityTag)));

        ((int)answer.Status).ShouldBe(status, answer.Text);
        if (status == 422) answer.WrongFields.ShouldBe(["If-Match"]);
        (await service.Admin.Get($"{Path}/{policy.Id}"))["title"].ShouldBe(status == 200 ? "Second" : "First");
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_neither_changed_nor_deleted()
    {
        var policy = await service.Admin.Post(Path, new { title = "First" });
        await service.Admin.Put($"{Path}/{policy.Id}", new { title = "Second" });
        var stale = ("If-Match", policy.EntityTag!);

        (await service.Admin.Send(HttpMethod.Put, $"{Path}/{policy.Id}", new { title = "Third" }, stale)).MustBe(HttpStatusCode.PreconditionFailed).Message.ShouldContain("Read it again");
        (await service.Admin.Send(HttpMethod.Delete, $"{Path}/{policy.Id}", null, stale)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        var present = await service.Admin.Get($"{Path}/{policy.Id}");
        present["title"].ShouldBe("Second");
        (await service.Admin.Send(HttpMethod.Delete, $"{Path}/{policy.Id}", null, ("If-Match", present.EntityTag!))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Send(HttpMethod.Delete, $"{Path}/{policy.Id}", null, ("If-Match", present.EntityTag!))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_many_who_change_what_they_have_read_one_does()
    {
        var policy = await service.Admin.Post(Path, new { title = "First" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(index =>
            service.Admin.Send(HttpMethod.Put, $"{Path}/{policy.Id}", new { title = $"By {index}" }, ("If-Match", policy.EntityTag!))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).ShouldBe(7);
        (await service.Admin.Get($"{Path}/{policy.Id}")).Text.ShouldBe(answers.Single(answer => answer.Status == HttpStatusCode.OK).Text);
    }

    [Fact]
    public async Task What_a_record_shows_of_another_one_is_in_its_tag()
    {
        var role = await service.Admin.Post("/api/v1/users/roles", new { name = "tagged" });
        var user = await service.AddUserAsync();
        var plain = await service.Admin.Get($"/api/v1/users/{user}");

        (await service.Admin.Patch($"/api/v1/users/{user}", new { role_ids = new[] { role.Id } })).MustBe(HttpStatusCode.OK);

        var assigned = await service.Admin.Get($"/api/v1/users/{user}");
        assigned.EntityTag.ShouldNotBe(plain.EntityTag);
        (await service.Admin.Patch($"/api/v1/users/roles/{role.Id}", new { name = "renamed" })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Get($"/api/v1/users/{user}")).EntityTag.ShouldNotBe(assigned.EntityTag);
    }

    [Fact]
    public async Task Where_nothing_can_be_read_no_tag_matches()
    {
        var role = (await service.Admin.Post("/api/v1/users/roles", new { name = "unread" })).MustBe(HttpStatusCode.Created);
        role.EntityTag.ShouldBeNull();

        var address = $"/api/v1/users/roles/{role.Id}";
        (await service.Admin.Send(HttpMethod.Patch, address, new { name = "changed" }, ("If-Match", "\"any\""))).MustBe(HttpStatusCode.PreconditionFailed).Message.ShouldContain("no ETag");
        (await service.Admin.Send(HttpMethod.Patch, address, new { name = "changed" }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.OK);
    }
}

[Trait("Needs", "Engine")]
public sealed class EntityTagTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : EntityTagTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class EntityTagTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : EntityTagTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
