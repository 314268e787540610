using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetRunSettings"/>.</summary>
public static class DotNetRunSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetRunSettings => o.With(nameof(o.ProjectFile), v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetLaunchProfile<T>(this T o, string v) where T : DotNetRunSettings => o.With(nameof(o.LaunchProfile), v);
    public static T ResetLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.LaunchProfile), null);

    public static T SetNoLaunchProfile<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), v);
    public static T ResetNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), null);
    public static T EnableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), true);
    public static T DisableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), false);
    public static T ToggleNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.Toggled(nameof(o.NoLaunchProfile));

    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetRunSettings => o.Toggled(nameof(o.NoBuild));

    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(nameof(o.SelfContained), v);
    public static T ResetSelfContained<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.SelfContained), null);
    public static T EnableSelfContained<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.SelfContained), true);
    public static T DisableSelfContained<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.SelfContained), false);
    public static T ToggleSelfContained<T>(this T o) where T : DotNetRunSettings => o.Toggled(nameof(o.SelfContained));

    public static T SetApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => o.WithList(nameof(o.ApplicationArguments), v);
    public static T SetApplicationArguments<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => o.WithList(nameof(o.ApplicationArguments), v);
    public static T AddApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => o.WithAdded(nameof(o.ApplicationArguments), v);
    public static T AddApplicationArguments<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => o.WithAdded(nameof(o.ApplicationArguments), v);
    public static T RemoveApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => o.WithRemoved(nameof(o.ApplicationArguments), v);
    public static T RemoveApplicationArguments<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => o.WithRemoved(nameof(o.ApplicationArguments), v);
    public static T ClearApplicationArguments<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.ApplicationArguments), null);
}
