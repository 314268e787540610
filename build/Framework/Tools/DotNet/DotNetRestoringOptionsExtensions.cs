using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetRestoringOptions"/>.</summary>
public static class DotNetRestoringOptionsExtensions
{
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.DisableParallel), v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.DisableParallel), null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.DisableParallel), true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.DisableParallel), false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.DisableParallel));

    public static T SetForce<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.Force), v);
    public static T ResetForce<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.Force), null);
    public static T EnableForce<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.Force), true);
    public static T DisableForce<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.Force), false);
    public static T ToggleForce<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.Force));

    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.IgnoreFailedSources), v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.IgnoreFailedSources), null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.IgnoreFailedSources), true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.IgnoreFailedSources), false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.IgnoreFailedSources));

    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.NoCache), v);
    public static T ResetNoCache<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.NoCache), null);
    public static T EnableNoCache<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.NoCache), true);
    public static T DisableNoCache<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.NoCache), false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.NoCache));

    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.NoDependencies), v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.NoDependencies), null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.NoDependencies), true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.NoDependencies), false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.NoDependencies));

    public static T SetPackageDirectory<T>(this T o, string v) where T : DotNetRestoringOptions => o.With(nameof(o.PackageDirectory), v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.PackageDirectory), null);

    public static T SetSources<T>(this T o, params string[] v) where T : DotNetRestoringOptions => o.WithList(nameof(o.Sources), v);
    public static T SetSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoringOptions => o.WithList(nameof(o.Sources), v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetRestoringOptions => o.WithAdded(nameof(o.Sources), v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoringOptions => o.WithAdded(nameof(o.Sources), v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetRestoringOptions => o.WithRemoved(nameof(o.Sources), v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoringOptions => o.WithRemoved(nameof(o.Sources), v);
    public static T ClearSources<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.Sources), null);

    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.UseLockFile), v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.UseLockFile), null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.UseLockFile), true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.UseLockFile), false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.UseLockFile));

    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.LockedMode), v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.LockedMode), null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.LockedMode), true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.LockedMode), false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.LockedMode));

    public static T SetLockFilePath<T>(this T o, string v) where T : DotNetRestoringOptions => o.With(nameof(o.LockFilePath), v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.LockFilePath), null);

    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetRestoringOptions => o.With(nameof(o.ForceEvaluate), v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.ForceEvaluate), null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.ForceEvaluate), true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.ForceEvaluate), false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetRestoringOptions => o.Toggled(nameof(o.ForceEvaluate));

    public static T SetRuntime<T>(this T o, string v) where T : DotNetRestoringOptions => o.With(nameof(o.Runtime), v);
    public static T ResetRuntime<T>(this T o) where T : DotNetRestoringOptions => o.With(nameof(o.Runtime), null);
}
