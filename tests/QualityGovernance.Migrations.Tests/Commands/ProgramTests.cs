using System.Diagnostics;
using QualityGovernance.Migrations.History;
using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests.Commands;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("bogus", "There is no command 'bogus'.")]
    [InlineData("up --fast", "up has no option '--fast'.")]
    [InlineData("down", "down needs --to <revision>")]
    [InlineData("down --to", "--to needs a value.")]
    [InlineData("down --to none --json", "down has --json only together with --dry-run.")]
    [InlineData("status --json=yes", "--json takes no value.")]
    [InlineData("create-admin", "create-admin needs --email <address>.")]
    [InlineData("create-admin --email a@example.org --password=x", "create-admin has no option '--password'.")]
    public async Task Wrong_usage_is_64_and_shows_the_right_one(string line, string problem)
    {
        var (exitCode, output, error) = await Migrated.RunAsync(await OnSqlite.EmptyAsync(), line.Split(' '));
        exitCode.ShouldBe(64);
        output.ShouldBeEmpty();
        error.ShouldContain(problem);
        error.ShouldContain("Usage:");
    }

    [Fact]
    public async Task The_head_is_printed_without_settings_or_a_database()
    {
        var (exitCode, output, error) = await Migrated.RunAsync(new Dictionary<string, string?> { ["APP_ENV"] = "nonsense" }, "", "status", "--head");
        (exitCode, output, error).ShouldBe((0, MigrationFacts.Head + Environment.NewLine, ""));
    }

    [Fact]
    public async Task A_wrong_configuration_is_78_with_every_problem_and_no_value()
    {
        var settings = new Dictionary<string, string?> { ["APP_ENV"] = "production", ["DATABASE_URL"] = "sqlite:///x.db", ["SECRET_KEY"] = "hush-hush-short" };
        var (exitCode, _, error) = await Migrated.RunAsync(settings, "", "up");
        exitCode.ShouldBe(78);
        error.ShouldContain("DATABASE_URL");
        error.ShouldContain("SECRET_KEY");
        error.ShouldNotContain("hush-hush-short");
    }

    [Fact]
    public async Task A_configuration_file_that_cannot_be_read_is_78_and_is_not_quoted()
    {
        var folder = Directory.CreateTempSubdirectory("qgp-settings-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), """{ "SECRET_KEY": hush-hush-unquoted }""");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "QualityGovernance.Migrations.dll"), "up"])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        folder.Delete(recursive: true);

        program.ExitCode.ShouldBe(78, await error);
        (await error).ShouldContain("appsettings.json (or the one of this environment) cannot be read as JSON.");
        (await output + await error).ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_sentence_without_the_password()
    {
        var (exitCode, output, error) = await Migrated.RunAsync("postgresql://qgp:s3cret-of-the-database@127.0.0.1:9/qgp", "up");
        exitCode.ShouldBe(1);
        error.Trim().Split('\n').Length.ShouldBe(1);
        error.ShouldContain("127.0.0.1");
        (output + error).ShouldNotContain("s3cret-of-the-database");
    }

    [Fact]
    public async Task A_script_for_a_revision_that_is_not_there_is_refused()
    {
        var (exitCode, _, error) = await Migrated.RunAsync(await OnSqlite.EmptyAsync(), "script", "--to", "nowhere");
        exitCode.ShouldBe(1);
        error.ShouldContain("There is no migration nowhere");
    }
}
