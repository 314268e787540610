using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;

namespace QualityGovernance.Web.Tests.Idempotency;

public abstract class IdempotencyTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/policies";

    [Fact]
    public async Task A_repeated_request_is_executed_once_and_answered_as_before()
    {
        var key = NewKey();
        var first = (await SendAsync(service.Admin, key, new { title = "Once" })).MustBe(HttpStatusCode.Created);

        var second = (await SendAsync(service.Admin, key, new { title = "Once" }, $"{Path}/")).MustBe(HttpStatusCode.Created);

        second.Text.ShouldBe(first.Text);
        (second.EntityTag, second.Headers.Location).ShouldBe((first.EntityTag, first.Headers.Location));
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        (await service.Admin.Get($"{Path}/{first.Id}")).Text.ShouldBe(first.Text);
        (await service.Admin.Get($"/api/v1/audit-trail?entity_type=policy&entity_id={first.Id}")).Total.ShouldBe(1);
        (await SendAsync(service.Admin, NewKey(), new { title = "Once" })).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task A_key_that_comes_with_another_request_is_refused()
    {
        var key = NewKey();
        await SendAsync(service.Admin, key, new { title = "One" });
        var before = await CountAsync();

        (await SendAsync(service.Admin, key, new { title = "Two" })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["Idempotency-Key"]);
        (await SendAsync(service.Admin, key, new { title = "One" }, $"{Path}?x=1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(service.Admin, key, new { name = "One" }, "/api/v1/users/roles")).Text.ShouldContain("POST /api/v1/policies");

        (await CountAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("schlüssel")]
    [InlineData("a\tb")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        (await SendAsync(service.Admin, key, new { title = "x" })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["Idempotency-Key"]);

    [Fact]
    public async Task A_key_has_up_to_255_characters()
    {
        (await SendAsync(service.Admin, new string('k', 255), new { title = "x" })).Status.ShouldBe(HttpStatusCode.Created);
        (await SendAsync(service.Admin, new string('k', 256), new { title = "x" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_that_the_request_can_be_put_right()
    {
        var key = NewKey();
        (await SendAsync(service.Admin, key, new { title = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(service.Admin, key, new { title = "x", status = "published" })).Status.ShouldBe(HttpStatusCode.Conflict);

        (await SendAsync(service.Admin, key, new { title = "Right" })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Each_user_has_keys_of_their_own()
    {
        var (key, other) = (NewKey(), await service.ClientWithPermissionsAsync("policy:create"));

        var ids = new[] { (await SendAsync(service.Admin, key, new { title = "x" })).Id, (await SendAsync(other, key, new { title = "x" })).Id };

        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Of_many_who_send_a_key_at_once_one_is_executed_and_all_are_answered()
    {
        var (key, before) = (NewKey(), await CountAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(service.Admin, key, new { title = "Once" })));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(9);
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_day_and_removed_by_then()
    {
        var key = NewKey();
        var first = await SendAsync(service.Admin, key, new { title = "x" });
        try
        {
            service.Time.Advance(TimeSpan.FromHours(24));

            (await SendAsync(service.Admin, key, new { title = "another" })).MustBe(HttpStatusCode.Created).Id.ShouldNotBe(first.Id);

            service.Time.Advance(TimeSpan.FromHours(24));
            await using var scope = service.Services.CreateAsyncScope();
            (await scope.ServiceProvider.GetRequiredService<IdempotencyStore>().RemoveExpiredAsync(CancellationToken.None)).ShouldBeGreaterThan(0);
            (await service.InDatabaseAsync(db => db.Set<IdempotencyRecord>().CountAsync())).ShouldBe(0);
        }
        finally
        {
            service.Time.Reset();
        }
    }

    [Fact]
    public async Task A_login_and_a_password_are_never_kept()
    {
        await service.Anonymous.Send(HttpMethod.Post, "/api/v1/auth/login", new { email = "nobody@example.org", password = "wrong" }, ("Idempotency-Key", "login"));
        await service.Admin.Send(HttpMethod.Post, "/api/v1/auth/change-password", new { current_password = "a", new_password = "long enough" }, ("Idempotency-Key", "password"));
        await SendAsync(service.Admin, "user", new { email = $"{NewKey()}@example.org", first_name = "A", last_name = "B", password = "Pa55 of a test" }, "/api/v1/users");

        var kept = await service.InDatabaseAsync(db => db.Set<IdempotencyRecord>().Where(record => record.Operation.Contains("auth") || record.Key == "user").ToListAsync());
        System.Text.Encoding.UTF8.GetString(kept.ShouldHaveSingleItem().Body!).ShouldNotContain("Pa55");
    }

    [Fact]
    public async Task Tokens_are_not_kept_either_when_somebody_is_logged_in_already()
    {
        var (email, password) = ($"{NewKey()}@example.org", "long enough");
        await service.AddUserAsync(new Platform.Security.Passwords().Hash(password), email);

        var pair = (await service.Admin.Send(HttpMethod.Post, "/api/v1/auth/login", new { email, password }, ("Idempotency-Key", "tokens"))).MustBe(HttpStatusCode.OK);
        (await service.Admin.Send(HttpMethod.Post, "/api/v1/auth/refresh", new { refresh_token = pair["refresh_token"] }, ("Idempotency-Key", "more-tokens"))).MustBe(HttpStatusCode.OK);

        (await service.InDatabaseAsync(db => db.Set<IdempotencyRecord>().AnyAsync(record => record.Key.Contains("tokens")))).ShouldBeFalse();
    }

    private static string NewKey() => Guid.CreateVersion7().ToString();

    private static Task<Answer> SendAsync(HttpClient client, string key, object body, string path = Path) => client.Send(HttpMethod.Post, path, body, ("Idempotency-Key", key));

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<Policy>().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class IdempotencyTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : IdempotencyTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class IdempotencyTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : IdempotencyTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
