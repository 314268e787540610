using Nuke.Common;

/// <summary>A build that fails outside its targets.</summary>
class FailingHooksBuild : NukeBuild
{
    Target Noop => _ => _.Executes(() => { });
    Target Conditional => _ => _.OnlyWhenDynamic(() => Throw()).Executes(() => { });

    protected override void OnBuildInitialized()
    {
        if (!InvokedTargets.Contains(Conditional))
            throw new InvalidOperationException("the hook has failed");
    }

    static bool Throw() => throw new InvalidOperationException("the condition has failed");
}
