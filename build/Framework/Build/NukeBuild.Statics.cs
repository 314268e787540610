using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    [Parameter("Root directory during build execution.", Name = BuiltInOptions.Root)]
    public static AbsolutePath RootDirectory => BuildPaths.Root;

    public static AbsolutePath TemporaryDirectory => BuildPaths.Temporary;
    public static AbsolutePath BuildAssemblyFile => BuildPaths.Assembly;
    public static AbsolutePath BuildAssemblyDirectory => BuildPaths.Assembly?.Parent;
    public static AbsolutePath BuildProjectFile => BuildPaths.Project;
    public static AbsolutePath BuildProjectDirectory => BuildPaths.Project?.Parent;

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => (Verbosity)Logging.Level;
        set => Logging.Level = (LogLevel)value;
    }

    [Parameter("Host for execution. Default is 'automatic'.")]
    public static Host Host
    {
        get => Host.Current;
        set => Host.Current = value;
    }

    [Parameter("Defines the profiles to load.", Name = BuiltInOptions.Profile)]
    public static string[] LoadedLocalProfiles => [.. ParameterService.GetWords(BuiltInOptions.Profile) ?? []];

    public static bool IsLocalBuild => !IsServerBuild;
    public static bool IsServerBuild => Host is IBuildServer;
}
