using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;

/// <summary>A value that is neither a parameter nor built in.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class GreetingAttribute(string greeting) : ValueInjectionAttributeBase
{
    public string Greeting { get; } = greeting;

    public override object GetValue(MemberInfo member, object instance) =>
        Greeting.Length > 0 ? $"{Greeting} {member.Name}" : throw new InvalidOperationException("nobody to greet");
}
