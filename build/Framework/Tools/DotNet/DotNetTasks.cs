using Nuke.Common.Tooling;
using Serilog.Events;

namespace Nuke.Common.Tools.DotNet;

/// <summary>
/// The dotnet command line. Each command takes settings, a configuration of them, or several combinations to run one after
/// another or side by side.
/// </summary>
[PathTool(Executable = PathExecutable)]
[LogLevelPattern(LogEventLevel.Warning, @": warning \w{2,5}\d{1,5}:")]
[LogLevelPattern(LogEventLevel.Error, @": error \w{2,5}\d{1,5}:")]
public class DotNetTasks : ToolTasks
{
    public const string PathExecutable = "dotnet";

    public static string DotNetPath
    {
        get => new DotNetTasks().GetToolPathInternal();
        set => new DotNetTasks().SetToolPath(value);
    }

    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null) =>
        new DotNetTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) => DotNetBuild(configurator(new DotNetBuildSettings()));

    public static IEnumerable<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(
        CombinatorialConfigure<DotNetBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetBuild, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetClean(DotNetCleanSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetClean(Configure<DotNetCleanSettings> configurator) => DotNetClean(configurator(new DotNetCleanSettings()));

    public static IEnumerable<(DotNetCleanSettings Settings, IReadOnlyCollection<Output> Output)> DotNetClean(
        CombinatorialConfigure<DotNetCleanSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetClean, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetFormat(DotNetFormatSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetFormat(Configure<DotNetFormatSettings> configurator) => DotNetFormat(configurator(new DotNetFormatSettings()));

    public static IEnumerable<(DotNetFormatSettings Settings, IReadOnlyCollection<Output> Output)> DotNetFormat(
        CombinatorialConfigure<DotNetFormatSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetFormat, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) => DotNetPublish(configurator(new DotNetPublishSettings()));

    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetPublish, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) => DotNetRestore(configurator(new DotNetRestoreSettings()));

    public static IEnumerable<(DotNetRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRestore(
        CombinatorialConfigure<DotNetRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetRestore, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetRun(DotNetRunSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) => DotNetRun(configurator(new DotNetRunSettings()));

    public static IEnumerable<(DotNetRunSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRun(
        CombinatorialConfigure<DotNetRunSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetRun, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) => DotNetTest(configurator(new DotNetTestSettings()));

    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetTest, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DotNetToolRestore(DotNetToolRestoreSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetToolRestore(Configure<DotNetToolRestoreSettings> configurator) => DotNetToolRestore(configurator(new DotNetToolRestoreSettings()));

    public static IEnumerable<(DotNetToolRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolRestore(
        CombinatorialConfigure<DotNetToolRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetToolRestore, degreeOfParallelism, completeOnFailure);

    /// <summary>A property value in which no character has a meaning to MSBuild.</summary>
    public static string EscapeMSBuild(string str) =>
        string.Concat(str.Select(x => "%$@';?*".Contains(x, StringComparison.Ordinal) ? $"%{(int)x:X2}" : x.ToString()));
}
