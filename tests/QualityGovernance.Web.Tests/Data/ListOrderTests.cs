using System.Text.Json;
using Npgsql;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>A page is read in the order of an index: a list that has to be sorted is read whole for each of its pages.</summary>
[Trait("Needs", "Engine")]
public sealed class ListOrderTests(ObservedService observed) : IClassFixture<ObservedService>
{
    [Fact]
    public async Task No_page_of_a_list_has_to_be_sorted()
    {
        await new OperationWalk(observed.Service).AllAsync();

        var pages = observed.Statements.Sent.Where(IsPage).DistinctBy(statement => statement.Text).ToList();
        pages.Count.ShouldBeGreaterThan(15);
        var sorted = new List<string>();
        foreach (var page in pages)
            if (await IsSortedAsync(page)) sorted.Add(page.Text);
        sorted.ShouldBeEmpty("give the table an index in this order, with the id last");
    }

    [Fact]
    public async Task A_list_that_lost_its_index_is_found()
    {
        observed.Statements.Clear();
        await observed.Service.Admin.Post("/api/v1/incidents", """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z"}""");
        await observed.Service.Admin.Get("/api/v1/incidents");
        var page = observed.Statements.Sent.Last(IsPage);
        (await IsSortedAsync(page)).ShouldBeFalse();

        (await IsSortedAsync(page, "DROP INDEX ix_incidents_reported_date_id;")).ShouldBeTrue();
    }

    private static bool IsPage(Statement statement) => statement.Text.Contains("ORDER BY", StringComparison.Ordinal) && statement.Text.Contains("LIMIT", StringComparison.Ordinal);

    /// <summary>Whether the database has no other way than to sort what it takes the page from: it is told that any other is cheaper.</summary>
    /// <param name="page">As it was sent.</param>
    /// <param name="before">Done first, and undone.</param>
    private async Task<bool> IsSortedAsync(Statement page, string before = "")
    {
        await using var connection = new NpgsqlConnection(observed.Service.Services.GetRequiredService<QgpSettings>().Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var settings = new NpgsqlCommand($"SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; {before}", connection, transaction))
            await settings.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand($"EXPLAIN (FORMAT JSON) {page.Text}", connection, transaction);
        foreach (var (name, value) in page.Parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        foreach (var sort in SortsBelowLimit(plan.RootElement[0].GetProperty("Plan"), isBelow: false))
            if (!await IsUniqueAsync(sort, connection, transaction)) return true;
        return false;
    }

    /// <summary>What is sorted above is the page itself, for the sake of its parts.</summary>
    private static IEnumerable<JsonElement> SortsBelowLimit(JsonElement node, bool isBelow)
    {
        var type = node.GetProperty("Node Type").GetString()!;
        if (isBelow && type.EndsWith("Sort", StringComparison.Ordinal)) yield return node;
        foreach (var sort in Children(node).SelectMany(child => SortsBelowLimit(child, isBelow || type == "Limit"))) yield return sort;
    }

    /// <summary>Of what an index gives in the order of a unique column, nothing is left to be sorted.</summary>
    private static async Task<bool> IsUniqueAsync(JsonElement sort, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (!sort.TryGetProperty("Presorted Key", out var presorted)) return false;
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] WHERE i.indrelid = @relation::regclass AND i.indisunique AND i.indnkeyatts = 1 AND a.attname = @column",
            connection, transaction);
        command.Parameters.AddWithValue("relation", Relation(sort)!);
        command.Parameters.AddWithValue("column", presorted[0].GetString()!.Split('.')[^1]);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    private static string? Relation(JsonElement node) =>
        node.TryGetProperty("Relation Name", out var name) ? name.GetString() : Children(node).Select(Relation).FirstOrDefault(relation => relation is not null);

    private static IEnumerable<JsonElement> Children(JsonElement node) => node.TryGetProperty("Plans", out var children) ? children.EnumerateArray() : [];
}
