using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Settings of one command of a tool, and how its process runs.</summary>
public abstract partial class ToolOptions : Options
{
    protected ToolOptions() => Set(nameof(ProcessEnvironmentVariables), EnvironmentInfo.Variables.ToDictionary());

    /// <summary>Path of the tool; by default found by the tool's own rule.</summary>
    public string ProcessToolPath => Get<string>();

    public string ProcessWorkingDirectory => Get<string>();

    /// <summary>The whole environment of the process: at first that of the build.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables => Get<Dictionary<string, string>>();

    /// <summary>Milliseconds after which the process is killed.</summary>
    public int? ProcessExecutionTimeout => Get<int?>();

    public bool? ProcessOutputLogging => Get<bool?>();

    public bool? ProcessInvocationLogging => Get<bool?>();

    /// <summary>False lets any exit code pass.</summary>
    public bool? ProcessExitHandling => Get<bool?>();

    /// <summary>Values that never appear in the log.</summary>
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<List<string>>();

    /// <summary>Appended as they are, after all other arguments.</summary>
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<List<string>>();

    internal Action<OutputType, string> ProcessLogger { get; set; }

    internal Func<ToolOptions, IProcess, object> ProcessExitHandler { get; set; }

    internal Action<OutputType, string> GetLogger()
    {
        var command = GetType().GetCustomAttribute<CommandAttribute>();
        return command?.Type == null
            ? ProcessLogger ?? ProcessTasks.DefaultLogger
            : ((ToolTasks)Activator.CreateInstance(command.Type)).GetLogger(this);
    }
}
