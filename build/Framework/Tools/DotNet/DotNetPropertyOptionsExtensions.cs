namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of MSBuild properties that builds often set.</summary>
public static class DotNetPropertyOptionsExtensions
{
    public static T SetVersion<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("Version");

    public static T SetVersionPrefix<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("VersionPrefix");

    public static T SetAssemblyVersion<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("AssemblyVersion");

    public static T SetFileVersion<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("FileVersion");

    public static T SetInformationalVersion<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("InformationalVersion");

    public static T SetRepositoryUrl<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("RepositoryUrl");

    public static T SetRepositoryType<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("RepositoryType");

    public static T SetTitle<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("Title");

    public static T SetDescription<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("Description");

    public static T SetCopyright<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("Copyright");

    public static T SetPlatform<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("Platform");

    public static T SetPublishProfile<T>(this T o, string v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("PublishProfile");

    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("TreatWarningsAsErrors", false);

    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("ContinuousIntegrationBuild", false);

    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("Deterministic", false);

    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("DeterministicSourcePaths", false);

    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("RunCodeAnalysis", false);

    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishReadyToRun", false);

    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishSingleFile", false);

    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.RemoveProperty("PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("PublishTrimmed", false);

    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("NoWarn", string.Join(';', v));
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetProjectOptions, IDotNetPropertyOptions => o.SetProperty("NoWarn", string.Join(';', v));
}
