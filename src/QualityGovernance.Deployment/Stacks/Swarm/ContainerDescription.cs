using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>What a service or a task says it is made from. Services spell out what is not set, and tasks leave it out.</summary>
internal static class ContainerDescription
{
    public static bool Same(JsonNode one, JsonNode other) => JsonNode.DeepEquals(WithoutEmpty(one), WithoutEmpty(other));

    private static JsonNode? WithoutEmpty(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(pair => (pair.Key, Value: WithoutEmpty(pair.Value))).Where(pair => pair.Value is not null).ToList() is { Count: > 0 } pairs
            ? new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
            : null,
        JsonArray list => list.Count == 0 ? null : new JsonArray([.. list.Select(WithoutEmpty)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.False || value.ToString() is "" or "0" => null,
        _ => node?.DeepClone(),
    };
}
