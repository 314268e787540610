using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Reads <see cref="EnumValueAttribute"/>.</summary>
public static class EnumerationExtensions
{
    public static string GetValue<T>(this T value)
        where T : Enum
    {
        var name = Enum.GetName(typeof(T), value).NotNull($"Enum value {value} is not valid for {typeof(T).Name}");
        return typeof(T).GetField(name).GetCustomAttribute<EnumValueAttribute>()?.Value ?? name;
    }
}
