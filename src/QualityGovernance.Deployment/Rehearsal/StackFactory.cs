using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal.Containers;
using QualityGovernance.Deployment.Rehearsal.Embedded;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

internal static class StackFactory
{
    public static IRehearsalStack Create(
        RehearsalOptions options, ICommandRunner runner, SecretMask mask, TimeProvider time, Run run, RehearsalSecrets secrets, SourceState source) =>
        options.WithoutEngine
            ? new EmbeddedStack(options, runner, mask, time, run, secrets, source)
            : new ContainerStack(options, runner, new Machine(), time, run, secrets, source);
}
