using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>A parameter of the build: the member that declares it and the names it goes by.</summary>
internal sealed class Parameter
{
    public Parameter(MemberInfo member, ParameterAttribute attribute)
    {
        Member = member;
        Attribute = attribute;
        Name = member.DeclaringType?.GetCustomAttribute<ParameterPrefixAttribute>(inherit: false)?.Prefix + (attribute.Name ?? member.GetDisplayShortName());
        Type = member.GetMemberType();
        ScalarType = Type.GetScalarType();
        IsList = Type.IsCollectionLike();
        IsSwitch = !IsList && ScalarType == typeof(bool);
        IsSecret = member.HasCustomAttribute<SecretAttribute>();
        IsBuiltIn = member.DeclaringType == typeof(NukeBuild);
    }

    public MemberInfo Member { get; }
    public ParameterAttribute Attribute { get; }

    /// <summary>Prefix and name as they stand in parameters files: <c>DockerRegistry</c>.</summary>
    public string Name { get; }

    public Type Type { get; }
    public Type ScalarType { get; }
    public bool IsList { get; }
    public bool IsSwitch { get; }
    public bool IsSecret { get; }
    public bool IsBuiltIn { get; }

    /// <summary>What names are compared by: no dashes, no case.</summary>
    public string Key => ToKey(Name);

    /// <summary>As help shows it: <c>--docker-registry</c>.</summary>
    public string Option => "--" + ToDashed(Name);

    /// <summary>As an environment variable: <c>DOCKER_REGISTRY</c>.</summary>
    public string EnvironmentVariable => Name.SplitCamelHumpsWithKnownWords().JoinUnderscore().ToUpperInvariant();

    public char? Separator => string.IsNullOrEmpty(Attribute.Separator) ? null : Attribute.Separator[0];

    public string Description => Attribute.Description?.TrimEnd('.');

    public static string ToKey(string name) => name.Replace("-", string.Empty).ToUpperInvariant();

    public static string ToDashed(string name) => name.SplitCamelHumpsWithKnownWords().JoinDash().ToLowerInvariant();

    /// <summary>The values it may take where the type knows them, sorted; null otherwise.</summary>
    public IReadOnlyList<string> GetKnownValues()
    {
        if (ScalarType.IsEnum)
            return Enum.GetNames(ScalarType);
        return typeof(Enumeration).IsAssignableFrom(ScalarType)
            ? Enumeration.GetValueFields(ScalarType).Select(x => x.Name).ToList()
            : null;
    }

    /// <summary>What kind of value is expected, to follow "must be".</summary>
    public string DescribeExpected()
    {
        if (GetKnownValues() is { } values)
            return "one of " + values.JoinCommaOr();
        var kind = Type.GetTypeCode(ScalarType) switch
        {
            TypeCode.Boolean => "true or false",
            >= TypeCode.SByte and <= TypeCode.UInt64 => "a whole number",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            _ => $"a valid {ScalarType.Name}",
        };
        return kind;
    }
}
