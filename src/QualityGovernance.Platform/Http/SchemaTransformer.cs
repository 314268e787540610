using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>Describes the types that have a converter of our own, of which the framework sees only that.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsEnum)
        {
            Describe(schema, inner, isNullable: inner != type);
        }
        else if (inner == typeof(DateTimeOffset) || inner == typeof(DateTime))
        {
            schema.Type = JsonSchemaType.String | (inner != type ? JsonSchemaType.Null : default);
            schema.Format = "date-time";
        }
        else if (inner == typeof(int))
        {
            schema.Type = JsonSchemaType.Integer | (inner != type ? JsonSchemaType.Null : default);
            schema.Format = "int32";
        }
        else if (IsOptional(inner))
        {
            await DescribeAsync(schema, inner.GetGenericArguments()[0], context, cancellationToken);
        }
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, ElementType: { } entry } && entry == typeof(int))
        {
            // The framework leaves out what it sees nothing of.
            var entries = await context.GetOrCreateSchemaAsync(entry, null, cancellationToken);
            if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Enumerable) schema.Items = entries;
            else schema.AdditionalProperties = entries;
        }

        foreach (var rule in RulesOf(context)) rule.Describe(schema);
        // Of what is only read, the framework asks whether null could be set.
        if (context.JsonPropertyInfo is { Set: null, AssociatedParameter: null, IsGetNullable: false }) Nullability.Refuse(schema);

        foreach (var property in context.JsonTypeInfo.Properties.Where(property => IsOptional(property.PropertyType)))
            schema.Required?.Remove(property.Name);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
            AnswerSchemas.Note(schema, context.JsonTypeInfo.Properties.Where(property => property is { Get: not null, ShouldSerialize: null }).Select(property => property.Name));
    }

    /// <summary>What may be absent, and JSON of which its place alone tells more, has no name of its own in the document: it is described in its place.</summary>
    public static string? ReferenceId(JsonTypeInfo type) => IsOptional(type.Type) || (Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(JsonElement) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static IReadOnlyList<MemberRuleAttribute> RulesOf(OpenApiSchemaTransformerContext context) => context switch
    {
        { JsonPropertyInfo: { } property } => MemberRules.Of(property),
        { ParameterDescription.ParameterDescriptor: IParameterInfoParameterDescriptor { ParameterInfo: { } parameter } } => MemberRules.Of(parameter),
        _ => [],
    };

    private static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static void Describe(OpenApiSchema schema, Type type, bool isNullable)
    {
        schema.Type = JsonSchemaType.String | (isNullable ? JsonSchemaType.Null : default);
        schema.Enum = [.. EnumNames.All(type).Select(name => (JsonNode)JsonValue.Create(name))];
    }

    /// <summary>What may be absent is what it is where it may not: an object by its name, anything else by what makes it up.</summary>
    private static async Task DescribeAsync(OpenApiSchema schema, Type given, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var own = await context.GetOrCreateSchemaAsync(given, null, cancellationToken);
        var json = context.JsonTypeInfo.Options.GetTypeInfo(given);
        if (json.Kind == JsonTypeInfoKind.Object)
        {
            // The framework puts the name in place of what has one.
            schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, own];
            return;
        }

        (schema.Type, schema.Format, schema.Enum, schema.Items) = (own.Type, own.Format, own.Enum, own.Items);
        // Whether a reference may be null is not kept at run time; the handler's rules decide.
        schema.Type |= given.IsValueType ? default : JsonSchemaType.Null;
    }
}
