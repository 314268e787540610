using System.Text.Json;

namespace QualityGovernance.Deployment.Drills;

/// <summary>Every drill that was held, one line each, oldest first.</summary>
/// <param name="file">Made with the first.</param>
public sealed class DrillHistory(string file)
{
    public IReadOnlyList<DrillRecord> Drills => !File.Exists(file)
        ? []
        : [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<DrillRecord>(line, JsonSerializerOptions.Web)!)];

    public void Add(DrillRecord drill)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.AppendAllText(file, JsonSerializer.Serialize(drill, JsonSerializerOptions.Web) + "\n");
    }
}
