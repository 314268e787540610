using System.Globalization;
using Microsoft.Extensions.Logging;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads the values that are not particular to one setting.</summary>
internal static class SettingValues
{
    private const int LongestName = 100;

    public static Parsed<AppEnvironment> Environment(string text)
    {
        foreach (var environment in Enum.GetValues<AppEnvironment>())
        {
            if (text == environment.ToSettingValue())
                return environment;
        }

        return Parsed<AppEnvironment>.Wrong(
            "is not exactly one of development, testing, staging, production. Set it in lower case, for instance APP_ENV=production; "
            + "until then the rules of production judge the other settings.");
    }

    public static Parsed<int> WholeNumber(string text, int least, int most, string what) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Parsed<int>.Wrong($"is not a whole number from {least} to {most}. Set {what} as digits, or leave it out.");

    public static Parsed<bool> Switch(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" or "T" or "Y" => true,
        "FALSE" or "0" or "NO" or "OFF" or "F" or "N" => false,
        _ => Parsed<bool>.Wrong("is neither true nor false. Set one of the two, or leave it out."),
    };

    public static Parsed<string> Name(string text) =>
        text.Length > LongestName || text.Any(char.IsControl)
            ? Parsed<string>.Wrong($"is longer than {LongestName} characters or holds a line break. Shorten it, or leave it out.")
            : text;

    public static Parsed<LogLevel> Level(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRACE" or "VERBOSE" or "NOTSET" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARNING" or "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "CRITICAL" or "FATAL" => LogLevel.Critical,
        "NONE" => LogLevel.None,
        _ => Parsed<LogLevel>.Wrong(
            "is not a log level. Set one of DEBUG, INFO, WARNING, ERROR, CRITICAL (or Trace, Debug, Information, Warning, Error, Critical, None)."),
    };
}
