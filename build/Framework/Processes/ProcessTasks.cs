using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes. Nothing here waits: see <see cref="ProcessExtensions"/>.</summary>
public static class ProcessTasks
{
    public static bool DefaultLogOutput = true;
    public static bool DefaultLogInvocation = true;
    public static bool LogWorkingDirectory = true;
    public static string DefaultWorkingDirectory = EnvironmentInfo.WorkingDirectory;

    public static IProcess StartShell(
        string command,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null) =>
        StartProcess(
            EnvironmentInfo.IsWin ? "cmd" : "bash",
            $"{(EnvironmentInfo.IsWin ? "/c" : "-c")} {command.DoubleQuote()}",
            workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter);

    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null) =>
        StartProcess(
            toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger,
            arguments.GetFilter());

    /// <param name="toolPath">Path of the tool, or a bare name to be found on PATH; a <c>.dll</c> runs under dotnet.</param>
    /// <param name="arguments">Arguments, quoted where needed.</param>
    /// <param name="workingDirectory">Where the process runs; by default where the build runs.</param>
    /// <param name="environmentVariables">The whole environment of the process; null passes on that of the build.</param>
    /// <param name="timeout">Milliseconds after which the process is killed.</param>
    /// <param name="logOutput">Whether its lines are logged.</param>
    /// <param name="logInvocation">Whether the command line is logged.</param>
    /// <param name="logger">Receives each line instead of the default log.</param>
    /// <param name="outputFilter">Applied to every line and to the logged command line.</param>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null)
    {
        Assert.NotNull(toolPath);
        if (!toolPath.Contains(Path.DirectorySeparatorChar) && !Path.IsPathRooted(toolPath))
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);
        if (toolPath.EndsWithOrdinalIgnoreCase(".dll"))
        {
            arguments = $"{toolPath.DoubleQuoteIfNeeded()} {arguments}".TrimEnd();
            toolPath = ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable("dotnet");
        }
        workingDirectory ??= DefaultWorkingDirectory;
        outputFilter ??= x => x;
        Assert.FileExists(toolPath, $"Tool '{toolPath}' does not exist");
        Assert.DirectoryExists(workingDirectory, $"Working directory '{workingDirectory}' does not exist");
        var startInfo = CreateStartInfo(toolPath, arguments ?? string.Empty, workingDirectory, environmentVariables);
        if (logInvocation ?? DefaultLogInvocation)
            LogInvocation(startInfo, outputFilter);
        return new ToolProcess(startInfo, timeout, logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null, outputFilter);
    }

    /// <summary>Standard output at debug level, error output as errors. The line is a value, never a message template.</summary>
    internal static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Std)
            Log.Debug("{Output:l}", output);
        else
            Log.Error("{Output:l}", output);
    }

    private static ProcessStartInfo CreateStartInfo(
        string toolPath, string arguments, string workingDirectory, IReadOnlyDictionary<string, string> environmentVariables)
    {
        var startInfo = new ProcessStartInfo
        {
            FileName = toolPath,
            Arguments = arguments,
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables == null)
            return startInfo;
        startInfo.Environment.Clear();
        foreach (var (key, value) in environmentVariables)
            startInfo.Environment[key] = value;
        return startInfo;
    }

    private static void LogInvocation(ProcessStartInfo startInfo, Func<string, string> outputFilter)
    {
        Log.Information("> {Tool:l} {Arguments:l}", startInfo.FileName.DoubleQuoteIfNeeded(), outputFilter(startInfo.Arguments));
        if (!LogWorkingDirectory)
            return;
        if (startInfo.WorkingDirectory == EnvironmentInfo.WorkingDirectory)
            Log.Verbose("@ {WorkingDirectory:l}", startInfo.WorkingDirectory);
        else
            Log.Information("@ {WorkingDirectory:l}", startInfo.WorkingDirectory);
    }
}
