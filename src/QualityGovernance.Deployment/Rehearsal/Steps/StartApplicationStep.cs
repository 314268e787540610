using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>The configuration is checked inside the built product, with exactly its environment, before the application is started.</summary>
internal sealed class StartApplicationStep(IRehearsalStack stack, RehearsalFindings findings, ApplicationReady ready) : IStep
{
    public string Name => nameof(RehearsalStep.StartApplication);

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        // A migration that failed or is unknown is never followed by an application.
        findings.RequireHead();
        Check("The configuration is refused by the service itself", await stack.ServiceAsync(["check-config"], cancellation));
        context.Observe("configuration", "accepted by check-config");
        Check(
            "The first administrator could not be made",
            await stack.MigrationsAsync(["create-admin", "--email", RehearsalSecrets.AdministratorEmail], cancellation));
        await stack.StartApplicationAsync(context, cancellation);
        context.Observe("address", stack.Address);
        await ready.WaitAsync(context, cancellation);
        await SettingsAsync(context, cancellation);
    }

    /// <summary>What the product itself says that it reads, and from where it got each in this run.</summary>
    private async Task SettingsAsync(StepContext context, CancellationToken cancellation)
    {
        var described = await stack.ServiceAsync(["describe-config", "--json"], cancellation);
        Check("The service does not describe its settings", described);
        context.Observe(FactNames.Settings, SettingSources.Of(described.Output, await stack.VariablesAsync(cancellation)));
    }

    private static void Check(string refusal, CommandResult result)
    {
        if (!result.Succeeded)
            throw new StepFailedException($"{refusal} (exit code {result.ExitCode}): {result.LastWords(1)}", result.LastWords(20).Split('\n'));
    }
}
