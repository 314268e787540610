using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>Another request changes the record between the reading and the saving of this one.</summary>
[Trait("Needs", "Engine")]
public sealed class LostRaceTests(ObservedService observed) : IClassFixture<ObservedService>
{
    private const string Path = "/api/v1/policies";
    private const string Early = "UPDATE policies SET title = 'Early', row_version = row_version + 1 WHERE id = {0}";

    private readonly ServiceUnderTest<Testing.Databases.OnPostgreSql> _service = observed.Service;

    [Fact]
    public async Task Who_stated_a_condition_is_told_that_it_no_longer_holds()
    {
        var policy = await _service.Admin.Post(Path, new { title = "First" });

        var answer = await RaceAsync(policy, () => _service.Admin.Send(HttpMethod.Put, $"{Path}/{policy.Id}", new { title = "Late" }, ("If-Match", policy.EntityTag!)));

        answer.Status.ShouldBe(HttpStatusCode.PreconditionFailed, answer.Text);
        (await _service.Admin.Get($"{Path}/{policy.Id}"))["title"].ShouldBe("Early");
    }

    [Fact]
    public async Task A_change_between_the_check_of_a_condition_and_the_reading_of_the_record_is_not_missed()
    {
        var policy = await _service.Admin.Post(Path, new { title = "First" });
        var reads = 0;

        var answer = await BeforeAsync(
            statement => statement.Contains("FROM policies", StringComparison.Ordinal) && ++reads == 2,
            Early,
            policy.Id,
            () => _service.Admin.Send(HttpMethod.Put, $"{Path}/{policy.Id}", new { title = "Late" }, ("If-Match", policy.EntityTag!)));

        answer.Status.ShouldBe(HttpStatusCode.PreconditionFailed, answer.Text);
        (await _service.Admin.Get($"{Path}/{policy.Id}"))["title"].ShouldBe("Early");
    }

    [Fact]
    public async Task Who_stated_none_overwrites_nothing_either()
    {
        var policy = await _service.Admin.Post(Path, new { title = "First" });

        var answer = await RaceAsync(policy, () => _service.Admin.Put($"{Path}/{policy.Id}", new { title = "Late" }));

        answer.Status.ShouldBe(HttpStatusCode.Conflict, answer.Text);
        (await _service.Admin.Get($"{Path}/{policy.Id}"))["title"].ShouldBe("Early");
    }

    [Fact]
    public async Task Two_who_change_the_parts_of_one_record_meet_at_the_record()
    {
        var user = await _service.AddUserAsync();
        var role = await _service.Admin.Post("/api/v1/users/roles", new { name = "raced" });

        var answer = await BeforeAsync(
            statement => statement.Contains("INSERT INTO user_roles", StringComparison.Ordinal),
            "UPDATE users SET row_version = row_version + 1 WHERE id = {0}",
            user,
            () => _service.Admin.Patch($"/api/v1/users/{user}", new { role_ids = new[] { role.Id } }));

        answer.Status.ShouldBe(HttpStatusCode.Conflict, answer.Text);
        (await _service.Admin.Get($"/api/v1/users/{user}")).Body.GetProperty("roles").GetArrayLength().ShouldBe(0);
    }

    private Task<Answer> RaceAsync(Answer policy, Func<Task<Answer>> late) =>
        BeforeAsync(statement => statement.Contains("UPDATE policies", StringComparison.Ordinal), Early, policy.Id, late);

    /// <summary>Runs the sql once, right before the request sends such a statement.</summary>
    private async Task<Answer> BeforeAsync(Func<string, bool> isMeant, string sql, int id, Func<Task<Answer>> late)
    {
        observed.Statements.Before = async statement =>
        {
            if (!isMeant(statement)) return;
            observed.Statements.Before = null;
            await _service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql, id));
        };
        var answer = await late();
        observed.Statements.Before.ShouldBeNull("the race took place");
        return answer;
    }
}
