using System.Text.Json;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public class DescriptionTests
{
    private const string Begin = "<!-- settings: written by describe-config --markdown -->\n";
    private const string End = "<!-- end of settings -->";

    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task The_table_has_a_row_for_every_setting()
    {
        var text = (await ServiceProgram.RunAsync(["describe-config"], Nothing)).Output;

        var rows = text.Split('\n').Select(line => line.Split(' ')[0]).ToArray();
        foreach (var setting in SettingsTable.All)
            rows.ShouldContain(setting.Name);
        rows.ShouldContain("JWT_SECRET_KEY_FILE");
    }

    [Fact]
    public async Task Json_describes_the_same_settings()
    {
        var finished = await ServiceProgram.RunAsync(["describe-config", "--json"], Nothing);

        using var json = JsonDocument.Parse(finished.Output);
        json.RootElement.EnumerateArray().Select(row => row.GetProperty("name").GetString()).ShouldBe(SettingsTable.All.Select(s => s.Name));
        json.RootElement.EnumerateArray().Where(row => row.GetProperty("holds_secret").GetBoolean()).Select(row => row.GetProperty("file").GetString())
            .ShouldBe(["DATABASE_URL_FILE", "SECRET_KEY_FILE", "JWT_SECRET_KEY_FILE"]);
    }

    [Fact]
    public async Task Describing_needs_no_valid_settings() =>
        (await ServiceProgram.RunAsync(["describe-config"], new Dictionary<string, string> { ["APP_ENV"] = "wrong" })).ExitCode.ShouldBe(0);

    [Fact]
    public async Task The_documentation_shows_the_settings_as_they_are()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "configuration.md"));

        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        page[from..page.IndexOf(End, StringComparison.Ordinal)].ShouldBe(
            SettingsDescription.AsMarkdown(),
            "The settings table of docs/configuration.md is out of date: ./build.sh GenerateDocuments");
    }

    /// <summary>The names and defaults that operators were promised; a change of the table must be meant.</summary>
    [Fact]
    public void The_table_is_the_contract() =>
        SettingsTable.All.Select(s => s.Name).ShouldBe(
        [
            "APP_ENV", "DATABASE_URL", "SECRET_KEY", "JWT_SECRET_KEY", "KEY_VAULT_URI", "KEY_VAULT_CLIENT_ID", "JWT_ALGORITHM", "JWT_ACCESS_TOKEN_EXPIRE_MINUTES",
            "JWT_REFRESH_TOKEN_EXPIRE_DAYS", "CORS_ORIGINS", "TRUSTED_PROXIES", "RATE_LIMIT_PER_MINUTE", "RISK_MATRIX", "LOG_LEVEL", "DATABASE_ECHO", "DEBUG", "APP_NAME", "PORT",
            "LISTEN_ADDRESS",
        ]);
}
