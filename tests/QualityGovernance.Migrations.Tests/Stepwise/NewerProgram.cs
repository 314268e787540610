using System.Diagnostics;

namespace QualityGovernance.Migrations.Tests.Stepwise;

/// <summary>The migrations program of a release that has two migrations more, the second of which is not one transaction; in a process that can be killed.</summary>
internal static class NewerProgram
{
    public const string Notes = "29991231000000_AddReleaseNotes";
    public const string Index = "29991231000001_AddReleaseIndex";
    public const string IndexName = "ix_reference_counters_last_value";

    private static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory, "..", "..", "QualityGovernance.NewerMigrations", System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "QualityGovernance.Migrations.dll"));

    public static Process Start(string url, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["APP_ENV"] = "testing";
        start.Environment["DATABASE_URL"] = url;
        start.Environment["SECRET_KEY"] = "tests-only-0123456789-0123456789-0123456789";
        start.Environment["JWT_SECRET_KEY"] = "tests-only-9876543210-9876543210-9876543210";
        start.Environment["QGP_BUILD_ID"] = "build-of-tomorrow";
        return Process.Start(start)!;
    }

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string url, params string[] arguments)
    {
        using var program = Start(url, arguments);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, await output, await error);
    }

    public static async Task UpAsync(string url)
    {
        var (exitCode, output, error) = await RunAsync(url, "up");
        exitCode.ShouldBe(0, output + error);
    }
}
