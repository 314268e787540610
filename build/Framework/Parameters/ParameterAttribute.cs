using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>A value that comes from the command line, the environment or the parameters files.</summary>
public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
{
    public virtual string Description { get; } = description;

    /// <summary>Name on the command line when it is not that of the member.</summary>
    public string Name { get; set; }

    /// <summary>One character at which a single word is split into the values of a list.</summary>
    public string Separator { get; set; }

    /// <summary>Whether help shows it.</summary>
    public virtual bool List { get; set; } = true;

    public override object GetValue(MemberInfo member, object instance) => ParameterService.GetValue(member);
}
