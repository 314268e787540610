using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives a field or property of the build its value before the first target runs.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild Build { get; internal set; }

    /// <summary>Members with a higher priority get their values earlier.</summary>
    public virtual int Priority => 0;

    public virtual bool SuppressWarnings => false;

    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>The value, or null with a warning when it cannot be had; an <see cref="OptionalAttribute"/> member goes without the warning.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception)
        {
            if (!SuppressWarnings && !member.HasCustomAttribute<OptionalAttribute>())
                Log.Warning(exception.Unwrap(), "Could not inject value for {Member:l}", member.GetDisplayName());
            return null;
        }
    }

    protected T GetMemberValueOrNull<T>(string memberName, object instance) =>
        memberName != null ? GetMemberValue<T>(memberName, instance) : default;

    protected T GetMemberValue<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        var member = type.DescendantsAndSelf(x => x.BaseType).Concat(type.GetInterfaces())
            .SelectMany(x => x.GetMember(memberName, ReflectionUtility.All))
            .FirstOrDefault(x => x is FieldInfo or PropertyInfo)
            .NotNull($"No member '{memberName}' found in '{type.Name}'");
        Assert.True(typeof(T).IsAssignableFrom(member.GetMemberType()), $"Member '{type.Name}.{member.Name}' must be of type '{typeof(T).Name}'");
        return member.GetValue<T>(instance);
    }
}
