using System.Globalization;
using System.Text;
using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Reads <c>.nuke/parameters.json</c> or a profile beside it: one object, names as declared, values or lists of them.</summary>
internal sealed class ParametersFile
{
    private ParametersFile(AbsolutePath path, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        Path = path;
        Values = values;
    }

    public AbsolutePath Path { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; }

    public static AbsolutePath GetPath(AbsolutePath nukeDirectory, string profile = null) =>
        nukeDirectory / (profile == null ? "parameters.json" : $"parameters.{profile}.json");

    /// <summary>Names of the profiles that have a file.</summary>
    public static IEnumerable<string> GetProfiles(AbsolutePath nukeDirectory) =>
        Directory.EnumerateFiles(nukeDirectory, "parameters.*.json")
            .Select(x => System.IO.Path.GetFileNameWithoutExtension(x)["parameters.".Length..])
            .Order(StringComparer.Ordinal);

    public static ParametersFile Read(AbsolutePath path)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        var reader = new Utf8JsonReader(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes, options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new FormatException($"File '{path}' must hold one JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                values[name] = ReadValue(ref reader, path, name);
            }
            return new ParametersFile(path, values);
        }
        catch (JsonException exception)
        {
            // Its own message may quote the file, which may hold secrets.
            throw new FormatException($"File '{path}' is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.", exception);
        }
    }

    private static IReadOnlyList<string> ReadValue(ref Utf8JsonReader reader, AbsolutePath path, string name)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return reader.TokenType == JsonTokenType.Null ? null : [ReadScalar(ref reader, path, name)];
        var words = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            words.Add(ReadScalar(ref reader, path, name));
        return words;
    }

    private static string ReadScalar(ref Utf8JsonReader reader, AbsolutePath path, string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => bool.TrueString,
        JsonTokenType.False => bool.FalseString,
        JsonTokenType.Number => reader.TryGetInt64(out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : reader.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => throw new FormatException($"Value '{name}' in file '{path}' must be text, a number, true, false or a list of these."),
    };
}
