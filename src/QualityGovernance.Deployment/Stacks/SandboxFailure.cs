using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>Finds the service that a sandbox failed at, and lets it speak.</summary>
internal sealed class SandboxFailure(Sandbox sandbox)
{
    private const int Lines = 15;

    public async Task<DeploymentException> ExplainAsync(Exception failure, CancellationToken cancellation)
    {
        var service = await CulpritAsync(cancellation);
        if (service is null)
            return new DeploymentException($"The sandbox did not start. {failure.Message}", "./build.sh SandboxStatus", failure);
        var container = await sandbox.Stack.FindAsync(service, cancellation);
        var log = await sandbox.Stack.LogsAsync(service, Lines, cancellation);
        return new DeploymentException(
            $"The sandbox did not start: {service} is {container?.State ?? "not there"}. {(log.Count == 0 ? "It wrote no log." : "Its log ends with:")}\n{string.Join('\n', log)}".TrimEnd(),
            $"./build.sh SandboxLogs --service {service}",
            failure);
    }

    /// <summary>The first in the order of starting that is not as it should be.</summary>
    private async Task<string?> CulpritAsync(CancellationToken cancellation)
    {
        foreach (var service in StackServices.All)
        {
            if (await sandbox.Stack.FindAsync(service, cancellation) is { } container && !IsWell(service, container))
                return service;
        }

        return null;
    }

    private static bool IsWell(string service, ContainerFacts container) => service switch
    {
        StackServices.Migrate => container is { Status: "exited", ExitCode: 0 },
        StackServices.Postgres => container is { IsRunning: true, Health: "healthy" },
        _ => false,
    };
}
