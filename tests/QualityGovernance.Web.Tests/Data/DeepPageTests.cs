using System.Text.Json;
using Npgsql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>How many rows the database reads for a page, as its own plan of the very statement says.</summary>
[Trait("Needs", "Engine")]
public sealed class DeepPageTests(ObservedService observed) : IClassFixture<ObservedService>, IAsyncLifetime
{
    private const int Rows = 5_000;
    private const int Size = 10;

    private readonly ServiceUnderTest<Testing.Databases.OnPostgreSql> _service = observed.Service;

    public async Task InitializeAsync() => await _service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
        $"""
        INSERT INTO incidents (reference_number, title, description, incident_type, severity, status, incident_date, reported_date, created_at, updated_at, row_version)
        SELECT 'OLD-' || n, 't', 'd', 'other', 'low', 'reported', now(), timestamptz '2020-01-01Z' + n / 3 * interval '1 minute', now(), now(), 1 FROM generate_series(1, {Rows}) AS n;
        ANALYZE incidents;
        """));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_place_deep_in_a_list_costs_what_its_beginning_costs_where_a_page_costs_all_before_it()
    {
        // In the middle, so that neither what stands before it nor what follows is little.
        var middle = $"?page_size={Size}&page={Rows / Size / 2}";
        var deep = await _service.Admin.Get($"/api/v1/incidents{middle}");
        (await ReadAsync(middle)).ShouldBeGreaterThan(Rows / 3);

        (await ReadAsync($"?page_size={Size}&after={deep.NextAfter}")).ShouldBeLessThan(3 * Size);
    }

    /// <summary>Rows that the statement of the items reads, those that it throws away included.</summary>
    private async Task<long> ReadAsync(string query)
    {
        observed.Statements.Clear();
        (await _service.Admin.Get($"/api/v1/incidents{query}")).Items.Count.ShouldBe(Size);
        var items = observed.Statements.Sent[^1];
        await using var connection = new NpgsqlConnection(_service.Services.GetRequiredService<QgpSettings>().Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"EXPLAIN (ANALYZE, FORMAT JSON) {items.Text}", connection);
        foreach (var (name, value) in items.Parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        return Read(plan.RootElement[0].GetProperty("Plan"));
    }

    private static long Read(JsonElement node) => node.TryGetProperty("Plans", out var children)
        ? children.EnumerateArray().Sum(Read)
        : (long)node.GetProperty("Actual Rows").GetDouble() + (node.TryGetProperty("Rows Removed by Filter", out var removed) ? (long)removed.GetDouble() : 0);
}
