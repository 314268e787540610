using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetTestSettings"/>.</summary>
public static class DotNetTestSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.ProjectFile), v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetDataCollector<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.DataCollector), v);
    public static T ResetDataCollector<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.DataCollector), null);

    public static T SetDiagnosticsFile<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.DiagnosticsFile), v);
    public static T ResetDiagnosticsFile<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.DiagnosticsFile), null);

    public static T SetFilter<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.Filter), v);
    public static T ResetFilter<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.Filter), null);

    public static T SetLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => o.WithList(nameof(o.Loggers), v);
    public static T SetLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => o.WithList(nameof(o.Loggers), v);
    public static T AddLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => o.WithAdded(nameof(o.Loggers), v);
    public static T AddLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => o.WithAdded(nameof(o.Loggers), v);
    public static T RemoveLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => o.WithRemoved(nameof(o.Loggers), v);
    public static T RemoveLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => o.WithRemoved(nameof(o.Loggers), v);
    public static T ClearLoggers<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.Loggers), null);

    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(nameof(o.NoBuild), v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.NoBuild), null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.NoBuild), true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.NoBuild), false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetTestSettings => o.Toggled(nameof(o.NoBuild));

    public static T SetOutput<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.Output), v);
    public static T ResetOutput<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.Output), null);

    public static T SetResultsDirectory<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.ResultsDirectory), v);
    public static T ResetResultsDirectory<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.ResultsDirectory), null);

    public static T SetSettingsFile<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.SettingsFile), v);
    public static T ResetSettingsFile<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.SettingsFile), null);

    public static T SetListTests<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(nameof(o.ListTests), v);
    public static T ResetListTests<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.ListTests), null);
    public static T EnableListTests<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.ListTests), true);
    public static T DisableListTests<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.ListTests), false);
    public static T ToggleListTests<T>(this T o) where T : DotNetTestSettings => o.Toggled(nameof(o.ListTests));

    public static T SetBlameMode<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(nameof(o.BlameMode), v);
    public static T ResetBlameMode<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameMode), null);
    public static T EnableBlameMode<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameMode), true);
    public static T DisableBlameMode<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameMode), false);
    public static T ToggleBlameMode<T>(this T o) where T : DotNetTestSettings => o.Toggled(nameof(o.BlameMode));

    public static T SetBlameCrash<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(nameof(o.BlameCrash), v);
    public static T ResetBlameCrash<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameCrash), null);
    public static T EnableBlameCrash<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameCrash), true);
    public static T DisableBlameCrash<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameCrash), false);
    public static T ToggleBlameCrash<T>(this T o) where T : DotNetTestSettings => o.Toggled(nameof(o.BlameCrash));

    public static T SetBlameHang<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(nameof(o.BlameHang), v);
    public static T ResetBlameHang<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameHang), null);
    public static T EnableBlameHang<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameHang), true);
    public static T DisableBlameHang<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameHang), false);
    public static T ToggleBlameHang<T>(this T o) where T : DotNetTestSettings => o.Toggled(nameof(o.BlameHang));

    public static T SetBlameHangTimeout<T>(this T o, string v) where T : DotNetTestSettings => o.With(nameof(o.BlameHangTimeout), v);
    public static T ResetBlameHangTimeout<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.BlameHangTimeout), null);

    public static T SetRunSettings<T>(this T o, IDictionary<string, object> v) where T : DotNetTestSettings => o.WithDictionary(nameof(o.RunSettings), v);
    public static T SetRunSetting<T>(this T o, string k, object v) where T : DotNetTestSettings => o.WithEntry(nameof(o.RunSettings), k, v);
    public static T AddRunSetting<T>(this T o, string k, object v) where T : DotNetTestSettings => o.WithNewEntry(nameof(o.RunSettings), k, v);
    public static T RemoveRunSetting<T>(this T o, string k) where T : DotNetTestSettings => o.WithoutEntry<T, object>(nameof(o.RunSettings), k);
    public static T ClearRunSettings<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.RunSettings), null);

    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(nameof(o.NoLogo), v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.NoLogo), null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.NoLogo), true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetTestSettings => o.With(nameof(o.NoLogo), false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetTestSettings => o.Toggled(nameof(o.NoLogo));
}
