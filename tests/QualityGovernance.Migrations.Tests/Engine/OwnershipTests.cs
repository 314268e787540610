using System.Diagnostics;
using QualityGovernance.Testing.Engine;

namespace QualityGovernance.Migrations.Tests.Engine;

[Trait("Needs", "Engine")]
public sealed class OwnershipTests
{
    [Fact]
    public async Task Only_what_a_process_that_is_gone_left_behind_is_swept()
    {
        await PostgreSqlServer.GetAsync(); // finds the engine, and has an image
        var image = (await RunAsync("ps", "--filter", $"label={Ownership.OwnerPid}={Environment.ProcessId}", "--format", "{{.Image}}")).Split('\n')[0];
        var gone = new Dictionary<string, string>(Ownership.Labels) { [Ownership.OwnerPid] = "999999999" };
        var reused = new Dictionary<string, string>(Ownership.Labels) { [Ownership.OwnerStart] = "1" };
        var orphan = await CreateAsync(image, gone);
        var orphanOfReusedNumber = await CreateAsync(image, reused);
        var mine = await CreateAsync(image, Ownership.Labels);
        var foreign = await CreateAsync(image, new Dictionary<string, string> { [Ownership.OwnerPid] = "999999999" });
        try
        {
            await Ownership.SweepAsync();

            (await ExistsAsync(orphan)).ShouldBeFalse();
            (await ExistsAsync(orphanOfReusedNumber)).ShouldBeFalse();
            (await ExistsAsync(mine)).ShouldBeTrue();
            (await ExistsAsync(foreign)).ShouldBeTrue();
        }
        finally
        {
            await RunAsync("rm", "--force", "--volumes", mine, foreign);
        }
    }

    private static Task<string> CreateAsync(string image, IReadOnlyDictionary<string, string> labels) =>
        RunAsync(["create", .. labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }), image]);

    private static async Task<bool> ExistsAsync(string id) => (await RunAsync("ps", "--all", "--no-trunc", "--filter", $"id={id}", "--format", "{{.ID}}")).Length > 0;

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return output.Trim();
    }
}
