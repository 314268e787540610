using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Auditing;

/// <summary>Values of a record as the JSON object that the trail keeps.</summary>
internal static class AuditValues
{
    private const string Mask = "***";

    // Kept by the data context with every change: they say nothing that the entry itself does not say.
    private static readonly string[] Bookkeeping = [nameof(Entity.RowVersion), nameof(Entity.UpdatedAt), nameof(IAuthored.UpdatedById)];

    public static string Json(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value)
    {
        var json = new JsonObject();
        foreach (var property in properties.Where(IsTelling))
            json[SnakeCase.Of(property.Metadata.Name)] = AuditModel.IsSecret(property.Metadata) && value(property) is not null ? Mask : Node(property, value(property));
        return json.ToJsonString();
    }

    public static bool IsTelling(PropertyEntry property) => !Bookkeeping.Contains(property.Metadata.Name);

    private static JsonNode? Node(PropertyEntry property, object? value) => value switch
    {
        null => null,
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        _ when property.Metadata.GetValueConverter() is { } stored && stored.ProviderClrType == typeof(string) => (string?)stored.ConvertToProvider(value),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };
}
