using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Where settings come from, the same for every program of the platform; a later source wins.</summary>
public static class SettingsSources
{
    /// <summary>Reads every source and checks the settings; a configuration file that cannot be read is a problem like any other.</summary>
    /// <param name="args">Options written <c>--NAME=value</c>; for tests and first looks, never for secrets.</param>
    public static SettingsResult Load(params string[] args)
    {
        return TryBuild(out var configuration, out var problem, args) ? SettingsLoader.Load(configuration) : new SettingsResult(null, [problem]);
    }

    /// <summary>The sources alone; false, with a sentence, where a configuration file cannot be read.</summary>
    public static bool TryBuild([NotNullWhen(true)] out IConfigurationRoot? configuration, [NotNullWhen(false)] out string? problem, params string[] args)
    {
        try
        {
            (configuration, problem) = (Build(args), null);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // The message of the reader may quote the file, which may hold secrets.
            (configuration, problem) = (null, "appsettings.json (or the one of this environment) cannot be read as JSON. Correct it, or remove it and set environment variables.");
            return false;
        }
    }

    /// <summary>The sources alone, for what is not a setting of the platform.</summary>
    public static IConfigurationRoot Build(params string[] args)
    {
        var common = Build(["appsettings.json"], args);
        var environment = SettingValues.Environment(common[SettingsTable.AppEnv.Name] ?? SettingsTable.AppEnv.Default);
        return environment.Problem is null
            ? Build(["appsettings.json", $"appsettings.{environment.Value}.json"], args)
            : common;
    }

    private static IConfigurationRoot Build(string[] files, string[] args)
    {
        var builder = new ConfigurationBuilder();
        foreach (var file in files)
        {
            // Beside the program, then in the working directory, where hosts look as well.
            foreach (var folder in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
                builder.AddJsonFile(Path.Combine(folder, file), optional: true, reloadOnChange: false);
        }

        return builder.AddEnvironmentVariables().AddCommandLine(args).Build();
    }
}
