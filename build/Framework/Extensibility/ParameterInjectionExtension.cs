using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives parameters their values as soon as the build stands.</summary>
internal sealed class ParameterInjectionExtension(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 100;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        ValueInjector.Inject(build, (_, attribute) => attribute.GetType() == typeof(ParameterAttribute));
}
