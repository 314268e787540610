using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;

namespace QualityGovernance.Platform.Http;

/// <summary>The rules that stand on the members of a request, by its type.</summary>
internal static class MemberRules
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> Known = new();

    /// <summary>In the order of declaration, so that errors are listed in it.</summary>
    public static IReadOnlyList<Member> Of(Type request) => Known.GetOrAdd(request, static type =>
    [
        .. from parameter in type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters()
           let rules = Of(parameter)
           where rules.Count > 0
           let property = type.GetProperty(parameter.Name!) ?? throw new InvalidOperationException($"{type.Name} has no property {parameter.Name} for its rule to be about.")
           select new Member(NameOf(parameter), property, rules.OfType<RequiredAttribute>().Any(), [.. rules.Where(rule => rule is not RequiredAttribute)]),
    ]);

    /// <summary>Of a member as the serialiser sees it.</summary>
    public static IReadOnlyList<MemberRuleAttribute> Of(JsonPropertyInfo? property) =>
        property?.AssociatedParameter?.AttributeProvider is { } parameter ? Of(parameter) : [];

    public static IReadOnlyList<MemberRuleAttribute> Of(ICustomAttributeProvider parameter) =>
        [.. parameter.GetCustomAttributes(typeof(MemberRuleAttribute), inherit: true).Cast<MemberRuleAttribute>()];

    public static void Check(this Member member, FieldErrors errors, string field, object request)
    {
        var value = member.Property.GetValue(request);
        if (value is IOptional optional)
        {
            if (!optional.HasValue) return;
            if (optional.Given is null && member.IsRequired) errors.Add(field, "This can't be emptied; leave it out to keep it.");
            value = optional.Given;
        }
        else if (value is null && member.IsRequired)
        {
            errors.Add(field, "This is required.");
        }

        if (value is null) return;
        foreach (var rule in member.Rules) rule.Check(errors, field, value);
    }

    private static string NameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!);

    /// <param name="Name">On the wire.</param>
    /// <param name="Property">That holds it.</param>
    /// <param name="IsRequired">Null is refused.</param>
    /// <param name="Rules">Of a value that is given.</param>
    internal sealed record Member(string Name, PropertyInfo Property, bool IsRequired, IReadOnlyList<MemberRuleAttribute> Rules);
}
