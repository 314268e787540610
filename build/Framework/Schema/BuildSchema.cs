using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>Describes targets and parameters as JSON schema, draft 4, in the shape that editors and completion tools expect.</summary>
internal static class BuildSchema
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ParameterCatalog catalog, IEnumerable<string> targets)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
            Write(json, catalog.Distinct.ToList(), targets.Order(StringComparer.Ordinal));
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, List<Parameter> parameters, IEnumerable<string> targets)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
        json.WriteStartObject("definitions");
        foreach (var enumType in parameters.Select(x => x.ScalarType).Where(x => x.IsEnum).Distinct().OrderBy(x => x.Name, StringComparer.Ordinal))
            WriteNames(json, enumType.Name, Enum.GetNames(enumType));
        WriteNames(json, "Host", Host.TypeNames.Order(StringComparer.Ordinal));
        WriteNames(json, nameof(ExecutableTarget), targets);
        json.WriteStartObject(nameof(NukeBuild));
        WriteProperties(json, parameters.Where(x => x.IsBuiltIn));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        WriteProperties(json, parameters.Where(x => !x.IsBuiltIn));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", $"#/definitions/{nameof(NukeBuild)}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        WriteEnum(json, values);
        json.WriteEndObject();
    }

    private static void WriteEnum(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, IEnumerable<Parameter> parameters)
    {
        json.WriteStartObject("properties");
        foreach (var parameter in parameters)
        {
            json.WriteStartObject(parameter.Name);
            if (parameter.Description != null)
                json.WriteString("description", parameter.Description);
            if (parameter.IsSecret)
                json.WriteString("default", $"Secrets do not belong here: set environment variable {parameter.EnvironmentVariable}");
            if (parameter.IsList)
            {
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteType(json, parameter, isNullable: false);
                json.WriteEndObject();
            }
            else
            {
                WriteType(json, parameter, Nullable.GetUnderlyingType(parameter.Type) != null);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, Parameter parameter, bool isNullable)
    {
        var type = parameter.ScalarType;
        if (type.IsEnum || type == typeof(Host) || type == typeof(ExecutableTarget))
        {
            json.WriteString("$ref", $"#/definitions/{type.Name}");
            return;
        }
        var (name, format) = Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => ("boolean", null),
            TypeCode.Int64 or TypeCode.UInt64 => ("integer", "int64"),
            >= TypeCode.SByte and <= TypeCode.UInt32 => ("integer", "int32"),
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => ("number", "double"),
            _ => ("string", (string)null),
        };
        if (isNullable)
        {
            json.WriteStartArray("type");
            json.WriteStringValue(name);
            json.WriteStringValue("null");
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("type", name);
        }
        if (format != null)
            json.WriteString("format", format);
        if (parameter.GetKnownValues() is { } values)
            WriteEnum(json, values.Order(StringComparer.Ordinal));
    }
}
