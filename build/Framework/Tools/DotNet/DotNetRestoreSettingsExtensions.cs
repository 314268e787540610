using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetRestoreSettings"/>.</summary>
public static class DotNetRestoreSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(nameof(o.ProjectFile), v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetConfigFile<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(nameof(o.ConfigFile), v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ConfigFile), null);
}
