using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetBuildingOptions"/>.</summary>
public static class DotNetBuildingOptionsExtensions
{
    public static T SetConfiguration<T>(this T o, string v) where T : DotNetBuildingOptions => o.With(nameof(o.Configuration), v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetBuildingOptions => o.With(nameof(o.Configuration), null);

    public static T SetFramework<T>(this T o, string v) where T : DotNetBuildingOptions => o.With(nameof(o.Framework), v);
    public static T ResetFramework<T>(this T o) where T : DotNetBuildingOptions => o.With(nameof(o.Framework), null);

    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetBuildingOptions => o.With(nameof(o.NoRestore), v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetBuildingOptions => o.With(nameof(o.NoRestore), null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetBuildingOptions => o.With(nameof(o.NoRestore), true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetBuildingOptions => o.With(nameof(o.NoRestore), false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetBuildingOptions => o.Toggled(nameof(o.NoRestore));

    public static T SetArtifactsPath<T>(this T o, string v) where T : DotNetBuildingOptions => o.With(nameof(o.ArtifactsPath), v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetBuildingOptions => o.With(nameof(o.ArtifactsPath), null);
}
