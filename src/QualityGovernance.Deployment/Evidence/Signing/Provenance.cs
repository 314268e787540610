using System.Globalization;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Where a release comes from, in the shape of SLSA provenance (version 1): what was built, from which materials, by whom, in which run.</summary>
/// <param name="Record">The rehearsal that saw the image serve; it names the commit and the base images.</param>
/// <param name="Subjects">SHA-256 of what is released, by name: the image, the archive.</param>
/// <param name="Materials">SHA-256 of what it was made from, by name: lock files and other delivered files.</param>
/// <param name="Parameters">What the publication was asked for.</param>
public sealed record Provenance(RunRecord Record, IReadOnlyDictionary<string, string> Subjects, IReadOnlyDictionary<string, string> Materials, IReadOnlyDictionary<string, string> Parameters)
{
    public const string PredicateType = "https://slsa.dev/provenance/v1";

    /// <summary>What receipts of rehearsals call the images that the released one is built with and stands on.</summary>
    private static readonly IReadOnlyList<string> Bases = ["base-sdk", "base-runtime"];

    private const string BuildType = "urn:quality-governance:rehearsed-image:v1";
    private const string Builder = "urn:quality-governance:build";

    /// <summary>The run that published it.</summary>
    public RunId? Publication { get; init; }

    /// <exception cref="DeploymentException">The record has no start, so that nothing is known of the build.</exception>
    public Statement ToStatement()
    {
        var start = Record.Start ?? throw new DeploymentException($"The run {Record.Run.Id} has no receipt of its start, so where its image comes from cannot be said.", "./build.sh Rehearsal");
        var dependencies = new JsonArray(new JsonObject { ["uri"] = "git+commit", ["digest"] = new JsonObject { ["gitCommit"] = start.Inputs.GetValueOrDefault("commit", "unknown") } });
        foreach (var (name, hash) in Materials.OrderBy(material => material.Key, StringComparer.Ordinal))
            dependencies.Add(new JsonObject { ["uri"] = name, ["digest"] = new JsonObject { ["sha256"] = hash } });
        foreach (var image in BaseImages())
            dependencies.Add(image);
        return new Statement(Subjects, PredicateType, new JsonObject
        {
            ["buildDefinition"] = new JsonObject
            {
                ["buildType"] = BuildType,
                ["externalParameters"] = Map(Parameters),
                ["internalParameters"] = Map(start.Inputs),
                ["resolvedDependencies"] = dependencies,
            },
            ["runDetails"] = new JsonObject
            {
                ["builder"] = new JsonObject { ["id"] = Builder, ["version"] = new JsonObject { ["product"] = start.Inputs.GetValueOrDefault("version", "unknown") } },
                ["metadata"] = new JsonObject
                {
                    ["invocationId"] = Record.Run.Id.Value,
                    ["startedOn"] = Time(start.Started),
                    ["finishedOn"] = Time(Record.Receipts[^1].Ended),
                    // SLSA wants what is not its own to say whose it is.
                    ["qgp_publicationId"] = Publication?.Value,
                },
                ["byproducts"] = new JsonArray(new JsonObject { ["name"] = Run.LedgerName, ["digest"] = new JsonObject { ["sha256"] = RunVerifier.Sha256Of(Record.Run.LedgerPath) } }),
            },
        });
    }

    /// <summary>By the digest of the manifest where a registry has them, by what the engine calls them where not: an image that this machine made is in no registry.</summary>
    private IEnumerable<JsonObject> BaseImages()
    {
        if (Record.Step("BuildImage")?.Inputs is not { } inputs)
            yield break;
        foreach (var name in Bases.Where(inputs.ContainsKey))
        {
            var (digest, means) = inputs[name].Split("@sha256:") is [_, var manifest] ? (manifest, "manifest") : (inputs.GetValueOrDefault(name + "-id")?.Split(':')[^1], "image id");
            var image = new JsonObject { ["uri"] = inputs[name], ["name"] = name, ["annotations"] = new JsonObject { ["kind"] = inputs.GetValueOrDefault("base-kind", "unknown"), ["digestOf"] = digest is null ? "unknown" : means } };
            if (digest is not null)
                image["digest"] = new JsonObject { ["sha256"] = digest };
            yield return image;
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Map(IEnumerable<KeyValuePair<string, string>> values) =>
        new(values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
}
