using System.Text.Json;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>How keys stand in a cursor: as on the wire.</summary>
internal static class CursorJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        StrictJson.Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
