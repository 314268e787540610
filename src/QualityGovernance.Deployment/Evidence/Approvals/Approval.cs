using System.Globalization;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;

namespace QualityGovernance.Deployment.Evidence.Approvals;

/// <summary>Somebody's word for a pack, in one role: signed with their own key, and bound to the content of the pack.</summary>
/// <param name="Role">In which they approve.</param>
/// <param name="By">Who: the name of their key among the trusted ones.</param>
/// <param name="At">When.</param>
public sealed record Approval(string Role, string By, DateTimeOffset At)
{
    internal const string PredicateType = "urn:quality-governance:approval:v1";

    private const string Ending = ".dsse.json";

    /// <summary>Where the approval of a role stands.</summary>
    public static string FileOf(string packFolder, string role) => Path.Combine(packFolder, PackFiles.Approvals, role + Ending);

    /// <summary>Writes it beside the pack; an earlier one in this role is replaced.</summary>
    internal string Write(string packFolder, string packHash, IEnvelopeSigner signer)
    {
        var file = FileOf(packFolder, Role);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var predicate = new JsonObject { ["role"] = Role, ["by"] = By, ["at"] = At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) };
        File.WriteAllText(file, new Statement(new Dictionary<string, string> { [PackFolder.SumsName] = packHash }, PredicateType, predicate).Sign(signer).ToString());
        return file;
    }

    /// <summary>Every approval in a pack's folder that holds. One that does not is found, with why.</summary>
    internal static IReadOnlyList<Approval> ReadAll(string packFolder, string? packHash, TrustedKeys trusted, PackFindings findings)
    {
        var folder = Path.Combine(packFolder, PackFiles.Approvals);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Read(file, packHash, trusted, findings)).OfType<Approval>()]
            : [];
    }

    private static Approval? Read(string file, string? packHash, TrustedKeys trusted, PackFindings findings)
    {
        if (Signed.Read(file, PredicateType, findings) is not { } signed)
            return null;
        var keys = signed.ByTrusted(trusted, findings);
        var said = signed.Statement.Predicate;
        if (Text(said, "role") is not { } role || Text(said, "by") is not { } by || !DateTimeOffset.TryParse(Text(said, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || role + Ending != signed.File)
            findings.Problems.Add($"{signed.File} was changed: it is not the approval of the role that it is named after.");
        else if (packHash is null || signed.Statement.Subjects.GetValueOrDefault(PackFolder.SumsName) != packHash)
            findings.Problems.Add($"{signed.File} is void: {by} has approved another pack than this one, or this one before it was changed.");
        else if (keys.Count > 0 && keys.All(key => key.Name != by))
            findings.Problems.Add($"{signed.File} is void: it names {by}, and {keys[0].Name} has signed it.");
        else if (keys.Count > 0)
            return new Approval(role, by, at);
        return null;
    }

    private static string? Text(JsonObject said, string name) => said[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
