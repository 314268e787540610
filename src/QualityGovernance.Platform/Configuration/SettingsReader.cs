using System.Text.Json;
using Microsoft.Extensions.Configuration;
using QualityGovernance.Platform.Configuration.KeyVault;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads settings out of a configuration and keeps every problem it meets.</summary>
internal sealed class SettingsReader(IConfiguration configuration, VaultReading vault)
{
    private const int LargestSecretFile = 64 * 1024;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public bool IsWrong(Setting setting) => _problems.Exists(p => p.StartsWith(setting.Name + " ", StringComparison.Ordinal)
        || (setting.FileName is { } file && p.StartsWith(file + " ", StringComparison.Ordinal)));

    public T? Read<T>(Setting<T> setting, AppEnvironment environment)
    {
        if (!TryRaw(setting, setting.EmptyIsAValue, out var raw))
            return default;

        var parsed = raw is null ? setting.Absent(environment) : setting.Read(raw, environment);
        if (parsed.Problem is { } problem)
            Add($"{setting.Name} {problem}");
        return parsed.Value;
    }

    public void Add(string problem) => _problems.Add(problem);

    /// <returns>False where something was given that cannot be read: the problem has been added, or is one of the vault's and was added once.</returns>
    private bool TryRaw(Setting setting, bool emptyIsAValue, out string? raw)
    {
        var direct = configuration[setting.Name] ?? ArrayAsJson(setting.Name);
        if (direct is "" && !emptyIsAValue)
            direct = null;

        raw = direct;
        var path = Given(setting.FileName);
        var secret = Given(setting.VaultName);
        string[] given = [.. direct is null ? [] : new[] { setting.Name }, .. path is null ? [] : new[] { setting.FileName! }, .. secret is null ? [] : new[] { setting.VaultName! }];
        if (given.Length > 1)
        {
            raw = null;
            Add(given.Length == 2 ? $"{given[0]} and {given[1]} are both given. Keep one of the two." : $"{string.Join(", ", given)} are all given. Keep one of them.");
            return false;
        }

        if (path is not null)
            raw = ReadFile(setting.FileName!, path);
        else if (secret is not null)
            raw = vault.Read(setting.VaultName!, secret, Add);
        return raw is not null || given.Length == 0;
    }

    private string? Given(string? name) => name is not null && configuration[name] is { Length: > 0 } value ? value : null;

    /// <summary>A configuration file may hold a list where the environment holds text.</summary>
    private string? ArrayAsJson(string name)
    {
        var values = configuration.GetSection(name).GetChildren().Select(child => child.Value).ToArray();
        return values.Length == 0 ? null : JsonSerializer.Serialize(values);
    }

    /// <summary>The path is not repeated: a secret put into the wrong variable would be printed.</summary>
    private string? ReadFile(string fileName, string path)
    {
        try
        {
            if (Directory.Exists(path))
                return Refuse(fileName, "names a directory. Name the file that holds the value.");
            if (!File.Exists(path))
                return Refuse(fileName, "names a file that does not exist. Mount the secret there, or correct the path.");
            if (new FileInfo(path).Length > LargestSecretFile)
                return Refuse(fileName, "names a file of more than 64 KiB, which is no secret. Correct the path.");

            var text = File.ReadAllText(path).TrimEnd('\r', '\n');
            return string.IsNullOrWhiteSpace(text)
                ? Refuse(fileName, "names an empty file. Write the value into it.")
                : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(fileName, "names a file that cannot be read. Give the account that runs the service read access to it.");
        }
    }

    private string? Refuse(string fileName, string problem)
    {
        Add($"{fileName} {problem}");
        return null;
    }
}
