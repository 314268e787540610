using Microsoft.Extensions.Configuration;
using QualityGovernance.Migrations;

namespace QualityGovernance.Testing.Databases;

/// <summary>Makes schemas the way they are made everywhere: by the migrations program.</summary>
public static class Migrated
{
    public static async Task UpAsync(string databaseUrl)
    {
        var (exitCode, output, error) = await RunAsync(databaseUrl, "up");
        if (exitCode != 0) throw new InvalidOperationException($"The migrations program ended with {exitCode}. {output} {error}");
    }

    /// <summary>Runs a command of the migrations program in this process.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(string databaseUrl, params string[] args) =>
        RunAsync(new Dictionary<string, string?> { ["APP_ENV"] = "testing", ["DATABASE_URL"] = databaseUrl }, "", args);

    /// <summary>The same with other settings, and something to read from standard input.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string?> settings, string input, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var typed = new StringReader(input);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(settings).Concat(Secrets.Where(secret => !settings.ContainsKey(secret.Key))))
            .Build();
        var exitCode = await MigrationsProgram.RunAsync(args, configuration, new Terminal(typed, output, error), CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }

    public static IReadOnlyDictionary<string, string?> Secrets { get; } = new Dictionary<string, string?>
    {
        ["SECRET_KEY"] = "tests-only-0123456789-0123456789-0123456789",
        ["JWT_SECRET_KEY"] = "tests-only-9876543210-9876543210-9876543210",
    };
}
