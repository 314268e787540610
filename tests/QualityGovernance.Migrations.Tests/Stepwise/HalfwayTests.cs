using System.Text.Json;
using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests.Stepwise;

public abstract class HalfwayTests
{
    protected const string Duplicates = "INSERT INTO reference_counters (prefix, year, last_value) VALUES ('INC', 2026, 7), ('POL', 2026, 7)";
    private const string NoDuplicates = "UPDATE reference_counters SET last_value = 8 WHERE prefix = 'POL'";

    /// <summary>What the step that failed left behind, in the words of the program.</summary>
    protected abstract string Left { get; }

    protected abstract Task<string> MigratedAsync();

    protected abstract Task<List<string>> SchemaAsync(string url);

    protected abstract Task ExecuteAsync(string url, string sql);

    [Fact]
    public async Task A_step_that_failed_is_reported_precisely_and_up_goes_on_from_there()
    {
        var (whole, url) = (await MigratedAsync(), await MigratedAsync());
        await NewerProgram.UpAsync(whole);
        await ExecuteAsync(url, Duplicates);

        var (exitCode, _, error) = await NewerProgram.RunAsync(url, "up");
        exitCode.ShouldBe(1);
        error.ShouldContain($"Failed while applying {NewerProgram.Index}");
        error.ShouldContain($"{NewerProgram.Index} is half applied: 2 of 3 steps were applied; step 3, the index {NewerProgram.IndexName} on reference_counters, {Left}. The build build-of-tomorrow came so far at 20");

        // A release that does not know the migration reports it as well, and has nothing to do where the schema still serves it.
        var status = JsonElement.Parse((await Migrated.RunAsync(url, "status", "--json")).Output);
        status.GetProperty("applied").GetString().ShouldBe(NewerProgram.Notes);
        status.GetProperty("halfway").GetProperty("id").GetString().ShouldBe(NewerProgram.Index);
        status.GetProperty("halfway").GetProperty("known").GetBoolean().ShouldBeFalse();
        status.GetProperty("halfway").GetProperty("done").GetInt32().ShouldBe(2);
        (await Migrated.RunAsync(url, "status")).Output.ShouldContain($"Halfway:  {NewerProgram.Index} is half applied");
        (await Migrated.RunAsync(url, "up")).ExitCode.ShouldBe(0);
        (await Migrated.RunAsync(url, "down", "--to", "none")).Error.ShouldContain("does not know how to undo");

        await ExecuteAsync(url, NoDuplicates);
        await NewerProgram.UpAsync(url);

        (await SchemaAsync(url)).ShouldBe(await SchemaAsync(whole));
        status = JsonElement.Parse((await Migrated.RunAsync(url, "status", "--json")).Output);
        status.GetProperty("halfway").ValueKind.ShouldBe(JsonValueKind.Null);
        status.GetProperty("unknown").EnumerateArray().Last().GetString().ShouldBe(NewerProgram.Index);
    }

    [Fact]
    public async Task A_half_applied_migration_is_taken_back_by_as_much_as_was_applied()
    {
        var url = await MigratedAsync();
        var before = await SchemaAsync(url);
        var at = (await Migrated.RunAsync(url, "status", "--head")).Output.Trim();
        await ExecuteAsync(url, Duplicates);
        (await NewerProgram.RunAsync(url, "up")).ExitCode.ShouldBe(1);

        var plan = JsonElement.Parse((await NewerProgram.RunAsync(url, "down", "--to", at, "--dry-run", "--json")).Output);
        plan.GetProperty("halfway").GetString()!.ShouldContain("2 of 3 steps were applied");
        plan.GetProperty("undo").EnumerateArray().Select(id => id.GetString()).ShouldBe([NewerProgram.Index, NewerProgram.Notes]);
        plan.GetProperty("losses")[0].GetProperty("name").GetString().ShouldBe("release_notes");

        var (exitCode, output, error) = await NewerProgram.RunAsync(url, "down", "--to", at, "--accept-loss", "release_notes");
        exitCode.ShouldBe(0, error);
        output.ShouldContain("step 2 of 3, the lines of release_notes, is undone");
        (await SchemaAsync(url)).ShouldBe(before);
        JsonElement.Parse((await Migrated.RunAsync(url, "status", "--json")).Output).GetProperty("halfway").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
