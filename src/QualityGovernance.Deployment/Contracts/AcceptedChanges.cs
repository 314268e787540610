using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Contracts;

/// <summary>The breaking changes that somebody took a decision about, each with its reason.</summary>
public sealed class AcceptedChanges
{
    private readonly IReadOnlyDictionary<string, string> _reasons;

    private AcceptedChanges(IReadOnlyDictionary<string, string> reasons) => _reasons = reasons;

    /// <param name="text">An array of objects with <c>change</c>, the words of the check, and <c>reason</c>.</param>
    /// <param name="origin">Where it comes from, for the message.</param>
    /// <exception cref="DeploymentException">It is not such an array, or an entry gives no reason.</exception>
    public static AcceptedChanges Parse(string text, string origin)
    {
        try
        {
            var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in JsonNode.Parse(text) as JsonArray ?? throw new DeploymentException($"{origin} is no array of changes."))
            {
                var (change, reason) = ((string?)entry?["change"], (string?)entry?["reason"]);
                if (string.IsNullOrWhiteSpace(change)) throw new DeploymentException($"An entry of {origin} has no \"change\". Copy there what CheckApiDocument says.");
                if (string.IsNullOrWhiteSpace(reason)) throw new DeploymentException($"{origin} accepts \"{change}\" without a \"reason\".");
                reasons[change] = reason;
            }

            return new AcceptedChanges(reasons);
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{origin} is not JSON: {e.Message}", inner: e);
        }
    }

    public bool Accepts(ApiChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _reasons.ContainsKey(change.ToString());
    }

    /// <summary>Entries about what did not happen: they would accept it unseen when it does.</summary>
    public IEnumerable<string> Idle(IReadOnlyCollection<ApiChange> changes) =>
        _reasons.Keys.Except(changes.Select(change => change.ToString()), StringComparer.Ordinal);
}
