using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Standards;

/// <summary>A clause is created while the one above it is being moved, and the other way round. The one of the two that is half done is a transaction of the test.</summary>
[Trait("Needs", "Engine")]
public sealed class ClausePlacingTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private const string Path = "/api/v1/standards";

    private const string Held = "SELECT id FROM standards WHERE id = @standard FOR UPDATE; ";

    private const string Moved = Held + "UPDATE clauses SET level = 5, row_version = row_version + 1 WHERE id = @parent";

    private const string Created = Held
        + "INSERT INTO clauses (standard_id, parent_clause_id, clause_number, title, level, sort_order, is_active, created_at, updated_at, row_version) "
        + "VALUES (@standard, @parent, '1.1', 'Meanwhile', 2, 0, true, now(), now(), 1)";

    private const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    [Fact]
    public async Task A_clause_that_is_created_while_its_parent_is_moved_stands_below_where_that_goes()
    {
        var (standard, parent, _) = await StandardAsync("CREATED");

        var created = await WhileAsync(Moved, standard, parent, () => service.Admin.Post($"{Path}/{standard}/clauses", new { clause_number = "1.1", title = "Meanwhile", parent_clause_id = parent }));

        created.MustBe(HttpStatusCode.Created).Body.GetProperty("level").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task A_clause_that_is_moved_takes_along_the_one_that_is_being_created_below_it()
    {
        var (standard, parent, other) = await StandardAsync("MOVED");

        (await WhileAsync(Created, standard, parent, () => service.Admin.Patch($"{Path}/clauses/{parent}", new { parent_clause_id = other }))).MustBe(HttpStatusCode.OK);

        (await service.Admin.Get($"{Path}/{standard}")).Body.GetProperty("clauses").EnumerateArray()
            .ToDictionary(clause => clause.GetProperty("clause_number").GetString()!, clause => clause.GetProperty("level").GetInt32())
            .ShouldBe(new Dictionary<string, int> { ["1"] = 2, ["1.1"] = 3, ["2"] = 1 }, ignoreOrder: true);
    }

    /// <summary>Sends a request while the work of another one is not committed yet, which it has to wait for.</summary>
    private async Task<Answer> WhileAsync(string work, int standard, int parent, Func<Task<Answer>> send)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var source = NpgsqlDataSource.Create(service.Services.GetRequiredService<QgpSettings>().Database.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(limit.Token);
        await using var transaction = await connection.BeginTransactionAsync(limit.Token);
        await using (var other = new NpgsqlCommand(work, connection, transaction) { Parameters = { new("standard", standard), new("parent", parent) } })
            await other.ExecuteNonQueryAsync(limit.Token);

        var answer = send();
        await using (var waiting = source.CreateCommand(Waiting))
        {
            while ((long)(await waiting.ExecuteScalarAsync(limit.Token))! == 0)
                if (answer.IsCompleted) throw new InvalidOperationException($"The request did not wait: {(await answer).Text}");
        }

        await transaction.CommitAsync(limit.Token);
        return await answer;
    }

    private async Task<(int Standard, int Parent, int Other)> StandardAsync(string code)
    {
        var standard = (await service.Admin.Post(Path, new { code, name = "Name", full_name = "Full name", version = "1" })).MustBe(HttpStatusCode.Created).Id;
        return (standard, await ClauseAsync(standard, "1"), await ClauseAsync(standard, "2"));
    }

    private async Task<int> ClauseAsync(int standard, string number) =>
        (await service.Admin.Post($"{Path}/{standard}/clauses", new { clause_number = number, title = "Title" })).MustBe(HttpStatusCode.Created).Id;
}
