using System.Collections.ObjectModel;

namespace Nuke.Common.Tooling;

/// <summary>How the process of a command runs.</summary>
public static class ToolOptionsExtensions
{
    public static T SetProcessToolPath<T>(this T o, string value) where T : ToolOptions => o.With(nameof(o.ProcessToolPath), value);
    public static T ResetProcessToolPath<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessToolPath), null);

    public static T SetProcessWorkingDirectory<T>(this T o, string value) where T : ToolOptions => o.With(nameof(o.ProcessWorkingDirectory), value);
    public static T ResetProcessWorkingDirectory<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessWorkingDirectory), null);

    /// <summary>Replaces the whole environment.</summary>
    public static T SetProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values) where T : ToolOptions => o.WithDictionary(nameof(o.ProcessEnvironmentVariables), values);
    /// <summary>Replaces the whole environment.</summary>
    public static T SetProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values) where T : ToolOptions => o.WithDictionary(nameof(o.ProcessEnvironmentVariables), values);
    public static T AddProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values) where T : ToolOptions => o.AddVariables(values);
    public static T AddProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values) where T : ToolOptions => o.AddVariables(values);
    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions => o.WithNewEntry(nameof(o.ProcessEnvironmentVariables), key, value);
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions => o.WithEntry(nameof(o.ProcessEnvironmentVariables), key, value);
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object value) where T : ToolOptions => o.WithEntry(nameof(o.ProcessEnvironmentVariables), key, value.ToString());
    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key) where T : ToolOptions => o.WithoutEntry<T, string>(nameof(o.ProcessEnvironmentVariables), key);
    public static T ClearProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessEnvironmentVariables), new Dictionary<string, string>());
    public static T ResetProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessEnvironmentVariables), null);

    /// <param name="o">The settings.</param>
    /// <param name="value">Milliseconds.</param>
    public static T SetProcessExecutionTimeout<T>(this T o, int? value) where T : ToolOptions => o.With(nameof(o.ProcessExecutionTimeout), value);
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value) where T : ToolOptions => o.With(nameof(o.ProcessExecutionTimeout), checked((int)value.TotalMilliseconds));
    public static T ResetProcessExecutionTimeout<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExecutionTimeout), null);

    public static T SetProcessLogger<T>(this T o, Action<OutputType, string> v) where T : ToolOptions => o.Changed(x => x.ProcessLogger = v);
    public static T SetProcessExitHandler<T>(this T o, Action<IProcess> exitHandler) where T : ToolOptions => o.SetProcessExitHandler<T>((_, process) => exitHandler(process));
    public static T SetProcessExitHandler<T>(this T o, Func<IProcess, object> exitHandler) where T : ToolOptions => o.SetProcessExitHandler<T>((_, process) => exitHandler(process));
    public static T SetProcessExitHandler<T>(this T o, Func<T, IProcess, object> exitHandler) where T : ToolOptions => o.Changed(x => x.ProcessExitHandler = (options, process) => exitHandler((T)options, process));
    public static T SetProcessExitHandler<T>(this T o, Action<T, IProcess> exitHandler) where T : ToolOptions =>
        o.Changed(x => x.ProcessExitHandler = (options, process) =>
        {
            exitHandler((T)options, process);
            return null;
        });

    public static T SetProcessOutputLogging<T>(this T o, bool? value) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), value);
    public static T ResetProcessOutputLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), null);
    public static T EnableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), true);
    public static T DisableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), false);

    public static T SetProcessInvocationLogging<T>(this T o, bool? value) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), value);
    public static T ResetProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), null);
    public static T EnableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), true);
    public static T DisableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), false);

    public static T SetProcessExitHandling<T>(this T o, bool? value) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), value);
    public static T ResetProcessExitHandling<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), null);
    public static T EnableProcessExitHandling<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), true);
    public static T DisableProcessExitHandling<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), false);
    public static T ToggleProcessExitHandling<T>(this T o) where T : ToolOptions => o.Toggled(nameof(o.ProcessExitHandling));

    public static T SetProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.WithList(nameof(o.ProcessRedactedSecrets), v);
    public static T SetProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.WithList(nameof(o.ProcessRedactedSecrets), v);
    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.WithAdded(nameof(o.ProcessRedactedSecrets), v);
    public static T AddProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.WithAdded(nameof(o.ProcessRedactedSecrets), v);
    public static T RemoveProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.WithRemoved(nameof(o.ProcessRedactedSecrets), v);
    public static T RemoveProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.WithRemoved(nameof(o.ProcessRedactedSecrets), v);
    public static T ClearProcessRedactedSecrets<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessRedactedSecrets), null);

    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o.WithList(nameof(o.ProcessAdditionalArguments), v);
    public static T SetProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.WithList(nameof(o.ProcessAdditionalArguments), v);
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o.WithAdded(nameof(o.ProcessAdditionalArguments), v);
    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.WithAdded(nameof(o.ProcessAdditionalArguments), v);
    public static T RemoveProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o.WithRemoved(nameof(o.ProcessAdditionalArguments), v);
    public static T RemoveProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.WithRemoved(nameof(o.ProcessAdditionalArguments), v);
    public static T ClearProcessAdditionalArguments<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessAdditionalArguments), null);

    private static T AddVariables<T>(this T o, IEnumerable<KeyValuePair<string, string>> values)
        where T : ToolOptions =>
        values.Aggregate(o, (options, variable) => options.AddProcessEnvironmentVariable(variable.Key, variable.Value));

    private static T Changed<T>(this T o, Action<T> change)
        where T : ToolOptions
    {
        var copy = (T)o.Copy();
        change(copy);
        return copy;
    }
}
