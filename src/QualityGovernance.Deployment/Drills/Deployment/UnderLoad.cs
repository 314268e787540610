using System.Globalization;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Probing.Load;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>Changes an environment while people work with it. One request that fails is a failure of the drill.</summary>
internal sealed class UnderLoad(DeployGround ground)
{
    private const int Told = 15;

    /// <summary>Longer than a slow request takes, and than a proxy waits for a replica.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <returns>What the change ended with.</returns>
    /// <exception cref="StepFailedException">A request failed.</exception>
    public async Task<ProcedureResult> RunAsync(StepContext context, Func<CancellationToken, Task<ProcedureResult>> change, CancellationToken cancellation)
    {
        var load = ground.Load ?? throw new InvalidOperationException("The environment of the drill is not there yet.");
        await using var driver = new LoadDriver(new LoadPlan(ground.Environment.LocalAddress, ground.Options.Rate, load.Mix, Patience, ground.NewHandler), ground.Time);
        driver.Start();
        var result = await change(cancellation);
        context.Observe("run", result.Run.Id);
        await new Poll(ground.Time).UntilAsync(
            $"{ground.Options.Requests} requests being sent",
            _ => Task.FromResult(driver.Sent >= ground.Options.Requests ? ProbeResult.Ready("all were sent") : ProbeResult.NotYet("more are due")),
            Limit, TimeSpan.FromMilliseconds(100), cancellation: cancellation);
        var report = await driver.StopAsync();
        Tell(context, report);
        return report.Failures.Count == 0
            ? result
            : throw new StepFailedException($"{report.Failures.Count} of {report.Sent} requests failed while the environment was changed, and none may.", [.. report.Failures.Take(Told).Select(failure => failure.ToString())]);
    }

    private static void Tell(StepContext context, LoadReport report)
    {
        context.Say(report.ToString());
        context.Observe("requests", report.Sent);
        context.Observe("failed-requests", report.Failures.Count);
        context.Observe("latency-median-ms", report.Quantile(0.5).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
        context.Observe("latency-p99-ms", report.Quantile(0.99).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
        foreach (var (name, count) in report.ByRequest)
            context.Observe($"requests {name}", count);
    }
}
