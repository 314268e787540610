using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Audits;

/// <summary>Parts of a record that are read and written as a whole only, kept as JSON text: the same on both engines, with the names of the wire.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>The value is stored as JSON; null stays null. A change is a change of that text.</summary>
    public static PropertyBuilder<T?> AsJson<T>(this PropertyBuilder<T?> property)
        where T : class
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options),
            new ValueComparer<T?>(
                (one, other) => Text(one) == Text(other),
                value => Text(value).GetHashCode(StringComparison.Ordinal),
                value => value)); // never changed in place: lists and records are replaced
        return property;
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        StrictJson.Configure(options);
        // A release that was rolled back reads what the newer one stored.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
