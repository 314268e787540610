using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>The signature over a pack: a statement that names every file of it with its hash.</summary>
public static class PackSeal
{
    /// <summary>In the folder of the pack.</summary>
    public const string FileName = "pack.dsse.json";

    public const string PredicateType = "urn:quality-governance:acceptance-pack:v1";

    /// <summary>Signs a pack that was written.</summary>
    /// <param name="folder">Of the pack.</param>
    /// <param name="pack">That stands there.</param>
    /// <param name="signer">Whose word it is.</param>
    /// <returns>The file of the envelope.</returns>
    public static string Write(string folder, Pack pack, IEnvelopeSigner signer)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var predicate = new JsonObject
        {
            ["run"] = pack.Record.Run.Id.Value,
            ["procedure"] = pack.Procedure,
            ["commit"] = pack.Record.Start?.Inputs.GetValueOrDefault("commit") ?? "unknown",
            ["verdict"] = pack.Verdict.Word,
        };
        var file = Path.Combine(folder, FileName);
        File.WriteAllText(file, new Statement(PackFiles.HashesIn(folder), PredicateType, predicate).Sign(signer).ToString());
        return file;
    }
}
