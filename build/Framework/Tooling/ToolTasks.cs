using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Base of a tool's commands: finds the program, runs it, logs its output, judges its exit code.</summary>
public abstract class ToolTasks
{
    private string PathOverrideVariable
    {
        get
        {
            var name = GetType().Name;
            return $"{(name.EndsWith("Tasks", StringComparison.Ordinal) ? name[..^"Tasks".Length] : name).ToUpperInvariant()}_EXE";
        }
    }

    protected internal virtual Action<OutputType, string> GetLogger(ToolOptions options = null)
    {
        if (options?.ProcessLogger != null)
            return options.ProcessLogger;
        var patterns = GetType().GetCustomAttributes<LogLevelPattern>()
            .Select(x => (x.Level, Regex: new Regex(x.Pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)))).ToList();
        var errorLevel = GetType().HasCustomAttribute<LogErrorAsStandard>() ? LogEventLevel.Debug : LogEventLevel.Error;
        return (type, text) =>
        {
            var level = patterns.Where(x => x.Regex.IsMatch(text)).Select(x => (LogEventLevel?)x.Level).FirstOrDefault();
            Log.Write(level ?? (type == OutputType.Err ? errorLevel : LogEventLevel.Debug), "{Output:l}", text);
        };
    }

    protected virtual string GetToolPath(ToolOptions options = null)
    {
        var executable = GetType().GetCustomAttribute<PathToolAttribute>()?.Executable
            .NotNull($"{GetType().Name} says nowhere how its program is found. Set it with {nameof(ToolOptionsExtensions.SetProcessToolPath)}.");
        return ToolPathResolver.GetPathExecutable(executable);
    }

    protected virtual IReadOnlyCollection<Output> Run<T>(T options = null)
        where T : ToolOptions, new()
    {
        options = PreProcess(options ?? new T());
        var secrets = options.GetSecrets().Where(x => !string.IsNullOrEmpty(x)).ToList();
        foreach (var secret in secrets)
            SecretMask.Register(secret);

        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(options),
            options.GetArguments().JoinSpace(),
            options.ProcessWorkingDirectory,
            options.ProcessEnvironmentVariables,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            GetLogger(options),
            text => secrets.Aggregate(text, (current, secret) => current.Replace(secret, SecretMask.Replacement, StringComparison.Ordinal)));
        process.AssertWaitForExit();
        if (options.ProcessExitHandling != false)
            (options.ProcessExitHandler ?? GetExitHandler(options))(options, process);
        PostProcess(options);
        return process.Output;
    }

    protected IReadOnlyCollection<Output> Run(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null)
    {
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(), arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger ?? GetLogger());
        process.AssertWaitForExit();
        (exitHandler ?? (x => GetExitHandler()(null, x)))(process);
        return process.Output;
    }

    protected virtual Func<ToolOptions, IProcess, object> GetExitHandler(ToolOptions options = null) => (_, process) => process.AssertZeroExitCode();

    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions =>
        options;

    protected virtual void PostProcess(ToolOptions options)
    {
    }

    protected internal string GetToolPathInternal(ToolOptions options = null) =>
        options?.ProcessToolPath ?? ToolPathResolver.TryGetEnvironmentExecutable(PathOverrideVariable) ?? GetToolPath(options);

    protected void SetToolPath(string path)
    {
        Assert.FileExists(path);
        EnvironmentInfo.SetVariable(PathOverrideVariable, path);
    }
}
