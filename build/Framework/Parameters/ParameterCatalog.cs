using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>All members of a build class and its components that are given their values, parameters among them.</summary>
internal sealed class ParameterCatalog
{
    private readonly Dictionary<string, Parameter> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(Module, int), Parameter> _byMember = [];

    public ParameterCatalog(Type buildType)
    {
        Injections = GetInjections(buildType).ToList();
        Parameters = Injections
            .Where(x => x.Attribute is ParameterAttribute)
            .Select(x => new Parameter(x.Member, (ParameterAttribute)x.Attribute))
            .ToList();
        foreach (var parameter in Parameters)
        {
            _byKey.TryAdd(parameter.Key, parameter);
            _byMember[KeyOf(parameter.Member)] = parameter;
        }
    }

    /// <summary>Every member with an injection attribute, parameters included.</summary>
    public IReadOnlyList<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> Injections { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>One parameter per name, sorted by name.</summary>
    public IEnumerable<Parameter> Distinct => _byKey.Values.OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase);

    public Parameter Find(string name) => _byKey.GetValueOrDefault(Parameter.ToKey(name));

    public Parameter Find(MemberInfo member) => _byMember.GetValueOrDefault(KeyOf(member));

    // A member reflected through a derived type is another object than the one reflected where it is declared.
    public static (Module, int) KeyOf(MemberInfo member) => (member.Module, member.MetadataToken);

    private static IEnumerable<(MemberInfo, ValueInjectionAttributeBase)> GetInjections(Type buildType)
    {
        const BindingFlags declared = ReflectionUtility.Static | ReflectionUtility.Instance | BindingFlags.DeclaredOnly;
        var types = Enumerable.Concat(
            buildType.DescendantsAndSelf(x => x.BaseType).TakeWhile(x => x != typeof(object)),
            buildType.GetInterfaces().Where(x => x != typeof(INukeBuild)));
        return
            from type in types
            from member in Enumerable.Concat<MemberInfo>(type.GetFields(declared), type.GetProperties(declared))
            let attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
            where attribute != null
            select (member, attribute);
    }
}
