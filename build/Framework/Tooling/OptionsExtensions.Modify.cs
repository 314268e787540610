namespace Nuke.Common.Tooling;

/// <summary>How setters change one value of a copy. Lists and dictionaries are copied as well: copies share nothing that can change.</summary>
public static partial class OptionsExtensions
{
    internal static T With<T>(this T options, string name, object value)
        where T : Options
    {
        var copy = (T)options.Copy();
        copy.Set(name, value);
        return copy;
    }

    internal static T Toggled<T>(this T options, string name)
        where T : Options =>
        options.With(name, options.TryGet(name) is not true);

    internal static T WithList<T, TItem>(this T options, string name, IEnumerable<TItem> values)
        where T : Options =>
        options.With(name, values?.ToList());

    internal static T WithAdded<T, TItem>(this T options, string name, IEnumerable<TItem> values)
        where T : Options =>
        options.With(name, options.List<TItem>(name).Concat(values).ToList());

    internal static T WithRemoved<T, TItem>(this T options, string name, IEnumerable<TItem> values)
        where T : Options =>
        options.With(name, options.List<TItem>(name).Where(x => !values.Contains(x)).ToList());

    internal static T WithDictionary<T, TValue>(this T options, string name, IEnumerable<KeyValuePair<string, TValue>> values)
        where T : Options =>
        options.With(name, values?.ToDictionary());

    internal static T WithEntry<T, TValue>(this T options, string name, string key, TValue value)
        where T : Options
    {
        var dictionary = options.Dictionary<TValue>(name);
        dictionary[key] = value;
        return options.With(name, dictionary);
    }

    internal static T WithNewEntry<T, TValue>(this T options, string name, string key, TValue value)
        where T : Options
    {
        var dictionary = options.Dictionary<TValue>(name);
        dictionary.Add(key, value);
        return options.With(name, dictionary);
    }

    internal static T WithoutEntry<T, TValue>(this T options, string name, string key)
        where T : Options
    {
        var dictionary = options.Dictionary<TValue>(name);
        dictionary.Remove(key);
        return options.With(name, dictionary);
    }

    private static IReadOnlyList<TItem> List<TItem>(this Options options, string name) => (IReadOnlyList<TItem>)options.TryGet(name) ?? [];

    private static Dictionary<string, TValue> Dictionary<TValue>(this Options options, string name) =>
        options.TryGet(name) is Dictionary<string, TValue> values ? new Dictionary<string, TValue>(values) : [];
}
