using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetProjectOptions"/>.</summary>
public static class DotNetProjectOptionsExtensions
{
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetProjectOptions => o.With(nameof(o.Verbosity), v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetProjectOptions => o.With(nameof(o.Verbosity), null);

    public static T SetProperties<T>(this T o, IDictionary<string, object> v) where T : DotNetProjectOptions => o.WithDictionary(nameof(o.Properties), v);
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetProjectOptions => o.WithEntry(nameof(o.Properties), k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetProjectOptions => o.WithNewEntry(nameof(o.Properties), k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetProjectOptions => o.WithoutEntry<T, object>(nameof(o.Properties), k);
    public static T ClearProperties<T>(this T o) where T : DotNetProjectOptions => o.With(nameof(o.Properties), null);
}
