using Nuke.Common.Execution;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal BuildExtensions Extensions => field ??= new BuildExtensions(this);

    protected internal virtual void OnBuildCreated()
    {
    }

    protected internal virtual void OnBuildInitialized()
    {
    }

    protected internal virtual void OnBuildFinished()
    {
    }

    protected internal virtual void OnTargetRunning(string target)
    {
    }

    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    protected internal virtual void OnTargetFailed(string target)
    {
    }

    /// <summary>Whether a part of the output is wanted: see <see cref="DisableDefaultOutputAttribute"/>.</summary>
    internal bool IsOutputEnabled(DefaultOutput output) =>
        !Attribute.GetCustomAttributes(GetType(), typeof(DisableDefaultOutputAttribute), inherit: true)
            .Cast<DisableDefaultOutputAttribute>()
            .Any(x => x.IsApplicable(this) && x.DisabledOutputs.Contains(output));
}
