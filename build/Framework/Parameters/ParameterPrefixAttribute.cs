using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Put before the names of all parameters of a component: <c>Registry</c> of prefix <c>Docker</c> is <c>--docker-registry</c>.</summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public class ParameterPrefixAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix.TrimEnd("Prefix");
}
