using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>The machine and the process that the build runs in.</summary>
public static class EnvironmentInfo
{
    public static string NewLine => Environment.NewLine;
    public static string MachineName => Environment.MachineName;

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    public static PlatformFamily Platform { get; } =
        OperatingSystem.IsLinux() ? PlatformFamily.Linux :
        OperatingSystem.IsMacOS() ? PlatformFamily.OSX :
        OperatingSystem.IsWindows() ? PlatformFamily.Windows : PlatformFamily.Unknown;

    public static bool IsLinux => Platform == PlatformFamily.Linux;
    public static bool IsOsx => Platform == PlatformFamily.OSX;
    public static bool IsUnix => IsLinux || IsOsx;
    public static bool IsWin => !IsUnix;
    public static bool IsWsl => IsLinux && File.Exists("/proc/version") && File.ReadAllText("/proc/version").ContainsOrdinalIgnoreCase("microsoft");
    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;
    public static bool Is64Bit => RuntimeInformation.OSArchitecture is Architecture.X64 or Architecture.Arm64;
    public static bool Is32Bit => !Is64Bit;

    public static FrameworkName Framework =>
        new(Assembly.GetEntryAssembly().NotNull().GetCustomAttribute<TargetFrameworkAttribute>().NotNull().FrameworkName);

    public static IReadOnlyDictionary<string, string> Variables =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string)x.Value, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Paths =>
        (GetVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static IReadOnlyCollection<string> CommandLineArguments => Environment.GetCommandLineArgs().Skip(1).ToList();

    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static T GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } value
            ? (T)ValueConverter.Convert(separator.HasValue ? value.Split(separator.Value) : [value], typeof(T))
            : default;

    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, value.ToString());

    public static void RemoveVariable(string name) => SetVariable(name, value: null);

    public static IDisposable SwitchWorkingDirectory(this AbsolutePath path)
    {
        Assert.DirectoryExists(path);
        return DelegateDisposable.CreateBracket(
            () => (previous: WorkingDirectory, WorkingDirectory = path).previous,
            previous => WorkingDirectory = previous);
    }
}
