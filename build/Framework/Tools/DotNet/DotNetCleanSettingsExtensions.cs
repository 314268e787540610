using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetCleanSettings"/>.</summary>
public static class DotNetCleanSettingsExtensions
{
    public static T SetProject<T>(this T o, string v) where T : DotNetCleanSettings => o.With(nameof(o.Project), v);
    public static T ResetProject<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Project), null);

    public static T SetConfiguration<T>(this T o, string v) where T : DotNetCleanSettings => o.With(nameof(o.Configuration), v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Configuration), null);

    public static T SetFramework<T>(this T o, string v) where T : DotNetCleanSettings => o.With(nameof(o.Framework), v);
    public static T ResetFramework<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Framework), null);

    public static T SetOutput<T>(this T o, string v) where T : DotNetCleanSettings => o.With(nameof(o.Output), v);
    public static T ResetOutput<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Output), null);
}
