using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetBuildSettings"/>.</summary>
public static class DotNetBuildSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetBuildSettings => o.With(nameof(o.ProjectFile), v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetNoIncremental<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), v);
    public static T ResetNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), null);
    public static T EnableNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), true);
    public static T DisableNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), false);
    public static T ToggleNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.Toggled(nameof(o.NoIncremental));

    public static T SetOutputDirectory<T>(this T o, string v) where T : DotNetBuildSettings => o.With(nameof(o.OutputDirectory), v);
    public static T ResetOutputDirectory<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.OutputDirectory), null);

    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), v);
    public static T ResetSelfContained<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), null);
    public static T EnableSelfContained<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), true);
    public static T DisableSelfContained<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), false);
    public static T ToggleSelfContained<T>(this T o) where T : DotNetBuildSettings => o.Toggled(nameof(o.SelfContained));

    public static T SetVersionSuffix<T>(this T o, string v) where T : DotNetBuildSettings => o.With(nameof(o.VersionSuffix), v);
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.VersionSuffix), null);

    public static T SetLoggers<T>(this T o, params string[] v) where T : DotNetBuildSettings => o.WithList(nameof(o.Loggers), v);
    public static T SetLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => o.WithList(nameof(o.Loggers), v);
    public static T AddLoggers<T>(this T o, params string[] v) where T : DotNetBuildSettings => o.WithAdded(nameof(o.Loggers), v);
    public static T AddLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => o.WithAdded(nameof(o.Loggers), v);
    public static T RemoveLoggers<T>(this T o, params string[] v) where T : DotNetBuildSettings => o.WithRemoved(nameof(o.Loggers), v);
    public static T RemoveLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => o.WithRemoved(nameof(o.Loggers), v);
    public static T ClearLoggers<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.Loggers), null);

    public static T SetNoConsoleLogger<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoConsoleLogger), v);
    public static T ResetNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoConsoleLogger), null);
    public static T EnableNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoConsoleLogger), true);
    public static T DisableNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoConsoleLogger), false);
    public static T ToggleNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => o.Toggled(nameof(o.NoConsoleLogger));

    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetBuildSettings => o.Toggled(nameof(o.NoLogo));

    public static T SetBinaryLog<T>(this T o, string v) where T : DotNetBuildSettings => o.With(nameof(o.BinaryLog), v);
    public static T ResetBinaryLog<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.BinaryLog), null);
}
