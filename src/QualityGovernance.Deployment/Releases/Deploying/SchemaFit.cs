using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Databases;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Whether a release can serve on a schema.</summary>
internal static partial class SchemaFit
{
    /// <summary>On its own head or on a newer schema, where that schema says so: one with a half-applied migration may not serve even its own release.</summary>
    public static bool Serves(string head, string revision, string compatibleFrom) =>
        string.CompareOrdinal(head, revision) <= 0 && string.CompareOrdinal(compatibleFrom, head) <= 0;

    public static bool Serves(string head, SchemaRevision schema) => Serves(head, schema.Revision, schema.CompatibleFrom);

    /// <summary>What each migration of a script will write into the database about itself, in their order.</summary>
    public static IReadOnlyList<(string Revision, string CompatibleFrom)> Announced(string script) =>
        [.. Note().Matches(script).Select(match => (match.Groups["revision"].Value, match.Groups["from"].Value))];

    [GeneratedRegex(@"schema_info \(id, revision, compatible_from\) VALUES \(1, '(?<revision>[^']+)', '(?<from>[^']+)'\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();
}
