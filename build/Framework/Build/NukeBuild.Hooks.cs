using Nuke.Common.Execution;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal BuildExtensions Extensions => field ??= new BuildExtensions(this);

    protected virtual void OnBuildCreated()
    {
    }

    protected virtual void OnBuildInitialized()
    {
    }

    protected virtual void OnBuildFinished()
    {
    }

    protected virtual void OnTargetRunning(string target)
    {
    }

    protected virtual void OnTargetSkipped(string target)
    {
    }

    protected virtual void OnTargetSucceeded(string target)
    {
    }

    protected virtual void OnTargetFailed(string target)
    {
    }

    // The hooks are plain protected, so that an override reads the same whether the framework is a package, a project or part of the same compilation.
    internal void RaiseBuildCreated() => OnBuildCreated();

    internal void RaiseBuildInitialized() => OnBuildInitialized();

    internal void RaiseBuildFinished() => OnBuildFinished();

    internal void RaiseTargetRunning(string target) => OnTargetRunning(target);

    internal void RaiseTargetSkipped(string target) => OnTargetSkipped(target);

    internal void RaiseTargetSucceeded(string target) => OnTargetSucceeded(target);

    internal void RaiseTargetFailed(string target) => OnTargetFailed(target);

    /// <summary>Whether a part of the output is wanted: see <see cref="DisableDefaultOutputAttribute"/>.</summary>
    internal bool IsOutputEnabled(DefaultOutput output) =>
        !Attribute.GetCustomAttributes(GetType(), typeof(DisableDefaultOutputAttribute), inherit: true)
            .Cast<DisableDefaultOutputAttribute>()
            .Any(x => x.IsApplicable(this) && x.DisabledOutputs.Contains(output));
}
