namespace Nuke.Common.Utilities.Collections;

/// <summary>Dictionary helpers that builds use; they return the dictionary so that calls chain.</summary>
public static class DictionaryExtensions
{
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value = default)
    {
        dictionary.Add(key, value);
        return dictionary;
    }

    public static Dictionary<TKey, string> AddPair<TKey, TValue>(this Dictionary<TKey, string> dictionary, TKey key, TValue value)
    {
        dictionary.Add(key, value?.ToString());
        return dictionary;
    }

    public static Dictionary<TKey, TValue> AddPairWhenKeyNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value = default)
        where TKey : class => key != null ? dictionary.AddPair(key, value) : dictionary;

    public static Dictionary<TKey, TValue> AddPairWhenValueNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        where TValue : class => value != null ? dictionary.AddPair(key, value) : dictionary;

    public static IDictionary<TKey, TValue> SetKeyValue<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)
    {
        dictionary[key] = value;
        return dictionary;
    }

    public static Dictionary<TKey, TValue> AddDictionary<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, IReadOnlyDictionary<TKey, TValue> other)
    {
        foreach (var (key, value) in other)
            dictionary.Add(key, value);
        return dictionary;
    }

    public static Dictionary<TKey, TValue> AddDictionary<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, IDictionary<TKey, TValue> other)
    {
        foreach (var (key, value) in other)
            dictionary.Add(key, value);
        return dictionary;
    }
}
