using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads settings out of a configuration and keeps every problem it meets.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private const int LargestSecretFile = 64 * 1024;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public bool IsWrong(Setting setting) => _problems.Exists(p => p.StartsWith(setting.Name + " ", StringComparison.Ordinal)
        || (setting.FileName is { } file && p.StartsWith(file + " ", StringComparison.Ordinal)));

    public T? Read<T>(Setting<T> setting, AppEnvironment environment)
    {
        var before = _problems.Count;
        var raw = Raw(setting);
        if (_problems.Count > before)
            return default;

        var parsed = raw is null ? setting.Absent(environment) : setting.Read(raw, environment);
        if (parsed.Problem is { } problem)
            Add($"{setting.Name} {problem}");
        return parsed.Value;
    }

    public void Add(string problem) => _problems.Add(problem);

    private string? Raw(Setting setting, bool emptyIsAValue)
    {
        var direct = configuration[setting.Name] ?? ArrayAsJson(setting.Name);
        if (direct is "" && !emptyIsAValue)
            direct = null;

        if (setting.FileName is not { } fileName || configuration[fileName] is not { Length: > 0 } path)
            return direct;

        if (direct is null)
            return ReadFile(fileName, path);

        Add($"{setting.Name} and {fileName} are both given. Keep one of the two.");
        return null;
    }

    private string? Raw<T>(Setting<T> setting) => Raw(setting, setting.EmptyIsAValue);

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
