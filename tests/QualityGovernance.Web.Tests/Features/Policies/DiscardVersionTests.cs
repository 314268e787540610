using System.Net;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Policies;

public abstract class DiscardVersionTests(IServiceUnderTest service)
{
    [Fact]
    public async Task A_place_that_is_none_is_refused_also_while_there_is_one_version() =>
        (await service.Admin.Get($"{Path}/{(await service.Admin.Post(Path, new { title = "New" })).MustBe(HttpStatusCode.Created).Id}/versions?after=garbage")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["after"]);

    private const string Path = "/api/v1/policies";

    [Fact]
    public async Task A_draft_beside_the_version_in_force_is_discarded_by_its_author_and_its_number_is_not_given_again()
    {
        var author = await service.ClientWithPermissionsAsync("policy:read", "policy:update");
        var address = await PublishedAsync();
        (await author.Post($"{address}/versions", new { content = "Never mind" })).MustBe(HttpStatusCode.Created);

        (await author.Delete($"{address}/versions/2/")).MustBe(HttpStatusCode.NoContent);

        (await author.Get($"{address}/versions/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await author.Delete($"{address}/versions/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await LatestAsync(address)).ShouldBe((1, 1));
        (await service.Admin.Get($"{address}/acknowledgements?version=1")).MustBe(HttpStatusCode.OK).Total.ShouldBeGreaterThan(0);
        (await service.Admin.Get($"{address}/acknowledgements?version=2")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["version"]);
        var discarded = (await service.Admin.Get($"/api/v1/audit-trail?entity_type=policy&entity_id={address[(address.LastIndexOf('/') + 1)..]}")).Items[0];
        discarded.GetProperty("before").GetRawText().ShouldContain("Never mind");
        (await author.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Created).Body.GetProperty("number").GetInt32().ShouldBe(3);
        (await LatestAsync(address)).ShouldBe((1, 3));
        (await service.Admin.Get($"{address}/versions")).Items.Select(version => version.GetProperty("number").GetInt32()).ShouldBe([3, 1]);
    }

    [Fact]
    public async Task What_is_not_a_draft_is_not_discarded_and_the_answer_says_what_is_allowed()
    {
        var (author, reviewer) = (await service.ClientWithPermissionsAsync("policy:read", "policy:update"), await ReviewerAsync());
        var address = await PublishedAsync();
        (await author.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Created);
        await RefusedAsync(author, $"{address}/versions/1", "published", "retired");

        (await author.Post($"{address}/versions/2/submit", null)).MustBe(HttpStatusCode.OK);
        await RefusedAsync(author, $"{address}/versions/2", "under_review", "draft, approved");
        (await reviewer.Post($"{address}/versions/2/approve", null)).MustBe(HttpStatusCode.OK);
        await RefusedAsync(author, $"{address}/versions/2", "approved", "draft, under_review, published");

        (await reviewer.Post($"{address}/versions/2/reject", null)).MustBe(HttpStatusCode.OK);
        (await author.Delete($"{address}/versions/2")).MustBe(HttpStatusCode.NoContent);
        (await author.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Created);
        (await author.Post($"{address}/versions/3/submit", null)).MustBe(HttpStatusCode.OK);
        foreach (var move in new[] { "approve", "publish" }) (await reviewer.Post($"{address}/versions/3/{move}", null)).MustBe(HttpStatusCode.OK);
        await RefusedAsync(author, $"{address}/versions/1", "superseded", "");
    }

    [Fact]
    public async Task The_draft_of_others_is_discarded_by_whoever_may_delete_policies()
    {
        var address = await PublishedAsync();
        (await service.Admin.Post($"{address}/versions", null)).MustBe(HttpStatusCode.Created);

        (await (await ReviewerAsync()).Delete($"{address}/versions/2")).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("policy:delete");
        (await (await service.ClientWithPermissionsAsync("policy:update", "policy:delete")).Delete($"{address}/versions/2")).MustBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_only_version_goes_with_its_policy_alone()
    {
        var address = await PolicyAsync();

        (await service.Admin.Delete($"{address}/versions/1")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain($"DELETE {address}");
        (await service.Admin.Get($"{address}/versions/1"))["content"].ShouldBe("Text");
    }

    private static async Task RefusedAsync(HttpClient client, string address, string status, string allowed)
    {
        var refusal = (await client.Delete(address)).MustBe(HttpStatusCode.Conflict);
        if (status != "superseded") refusal.Message.ShouldContain($"POST {address}/");
        var details = refusal.Body.GetProperty("details");
        details.GetProperty("status").GetString().ShouldBe(status);
        string.Join(", ", details.GetProperty("allowed").EnumerateArray().Select(state => state.GetString())).ShouldBe(allowed);
        (await client.Get(address))["status"].ShouldBe(status);
    }

    private async Task<(int Version, int Latest)> LatestAsync(string address)
    {
        var listed = (await service.Admin.Get($"{Path}?page_size=100")).Items.Single(policy => address.EndsWith($"/{policy.GetProperty("id").GetInt32()}", StringComparison.Ordinal));
        var read = (await service.Admin.Get(address)).MustBe(HttpStatusCode.OK).Body;
        listed.GetProperty("latest_version").GetInt32().ShouldBe(read.GetProperty("latest_version").GetInt32());
        return (read.GetProperty("version").GetInt32(), read.GetProperty("latest_version").GetInt32());
    }

    private Task<HttpClient> ReviewerAsync() => service.ClientWithPermissionsAsync("policy:read", "policy:update", "policy:approve", "policy:publish");

    private async Task<string> PolicyAsync() => $"{Path}/{(await service.Admin.Post(Path, new { title = "Kept", content = "Text" })).MustBe(HttpStatusCode.Created).Id}";

    private async Task<string> PublishedAsync()
    {
        var (address, reviewer) = (await PolicyAsync(), await ReviewerAsync());
        (await service.Admin.Post($"{address}/versions/1/submit", null)).MustBe(HttpStatusCode.OK);
        foreach (var move in new[] { "approve", "publish" }) (await reviewer.Post($"{address}/versions/1/{move}", null)).MustBe(HttpStatusCode.OK);
        return address;
    }
}

[Trait("Needs", "Engine")]
public sealed class DiscardVersionTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : DiscardVersionTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class DiscardVersionTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : DiscardVersionTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
