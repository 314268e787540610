using System.Globalization;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Where a release comes from, in the shape of SLSA provenance (version 1): what was built, from which materials, by whom, in which run.</summary>
/// <param name="Record">The rehearsal that saw the image serve.</param>
/// <param name="Subjects">SHA-256 of what is released, by name: the image, the archive.</param>
/// <param name="Materials">SHA-256 of what it was made from, by name: lock files and other delivered files, base images.</param>
/// <param name="Parameters">What the publication was asked for.</param>
public sealed record Provenance(RunRecord Record, IReadOnlyDictionary<string, string> Subjects, IReadOnlyDictionary<string, string> Materials, IReadOnlyDictionary<string, string> Parameters)
{
    public const string PredicateType = "https://slsa.dev/provenance/v1";

    private const string BuildType = "urn:quality-governance:rehearsed-image:v1";
    private const string Builder = "urn:quality-governance:build";

    /// <exception cref="DeploymentException">The record has no start, so that nothing is known of the build.</exception>
    public Statement ToStatement()
    {
        var start = Record.Start ?? throw new DeploymentException($"The run {Record.Run.Id} has no receipt of its start, so where its image comes from cannot be said.", "./build.sh Rehearsal");
        var dependencies = new JsonArray(new JsonObject { ["uri"] = "git+commit", ["digest"] = new JsonObject { ["gitCommit"] = start.Inputs.GetValueOrDefault("commit", "unknown") } });
        foreach (var (name, hash) in Materials.OrderBy(material => material.Key, StringComparer.Ordinal))
            dependencies.Add(new JsonObject { ["uri"] = name, ["digest"] = new JsonObject { ["sha256"] = hash } });
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
                },
                ["byproducts"] = new JsonArray(new JsonObject { ["name"] = Run.LedgerName, ["digest"] = new JsonObject { ["sha256"] = RunVerifier.Sha256Of(Record.Run.LedgerPath) } }),
            },
        });
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Map(IEnumerable<KeyValuePair<string, string>> values) =>
        new(values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
}
