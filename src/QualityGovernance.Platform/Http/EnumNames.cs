using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>The names that an enum has on the wire: snake_case, or what <see cref="JsonStringEnumMemberNameAttribute"/> says.</summary>
public static class EnumNames
{
    /// <summary>In the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Cache<T>.Names;

    internal static IReadOnlyList<string> All(Type type) => [.. Enum.GetNames(type).Select(member => Name(type, member))];

    /// <summary>By exact name only: no other case, no number, no list.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum => Cache<T>.ByName.TryGetValue(text, out value);

    /// <summary>Of text that was checked, see <see cref="OneOfAttribute{T}"/>; null in, null out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was not, or against another enum.</exception>
    public static T? Read<T>(string? checkedText)
        where T : struct, Enum => checkedText is null ? null
        : TryParse<T>(checkedText, out var value) ? value
        : throw new ArgumentOutOfRangeException(nameof(checkedText), checkedText, $"No {typeof(T).Name} has this name.");

    public static string Of<T>(T value)
        where T : struct, Enum =>
        Cache<T>.ByValue.TryGetValue(value, out var name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} has no such member.");

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly string[] Names = [.. Enum.GetValues<T>().Select(Name)];

        public static readonly FrozenDictionary<string, T> ByName = Enum.GetValues<T>().ToFrozenDictionary(Name, StringComparer.Ordinal);

        public static readonly FrozenDictionary<T, string> ByValue = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static string Name(T value) => EnumNames.Name(typeof(T), value.ToString());
    }

    private static string Name(Type type, string member) =>
        type.GetField(member)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(member);
}
