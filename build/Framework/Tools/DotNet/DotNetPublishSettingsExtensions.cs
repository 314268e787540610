using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetPublishSettings"/>.</summary>
public static class DotNetPublishSettingsExtensions
{
    public static T SetProject<T>(this T o, string v) where T : DotNetPublishSettings => o.With(nameof(o.Project), v);
    public static T ResetProject<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Project), null);

    public static T SetArchitecture<T>(this T o, string v) where T : DotNetPublishSettings => o.With(nameof(o.Architecture), v);
    public static T ResetArchitecture<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Architecture), null);

    public static T SetOperatingSystem<T>(this T o, string v) where T : DotNetPublishSettings => o.With(nameof(o.OperatingSystem), v);
    public static T ResetOperatingSystem<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.OperatingSystem), null);

    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetPublishSettings => o.Toggled(nameof(o.NoBuild));

    public static T SetOutput<T>(this T o, string v) where T : DotNetPublishSettings => o.With(nameof(o.Output), v);
    public static T ResetOutput<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Output), null);

    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), v);
    public static T ResetSelfContained<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), null);
    public static T EnableSelfContained<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), true);
    public static T DisableSelfContained<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), false);
    public static T ToggleSelfContained<T>(this T o) where T : DotNetPublishSettings => o.Toggled(nameof(o.SelfContained));

    public static T SetVersionSuffix<T>(this T o, string v) where T : DotNetPublishSettings => o.With(nameof(o.VersionSuffix), v);
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.VersionSuffix), null);

    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetPublishSettings => o.Toggled(nameof(o.NoLogo));
}
