using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be changed: several values per key.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
{
    private readonly Dictionary<TKey, List<TValue>> _values;

    public LookupTable()
        : this(comparer: null)
    {
    }

    public LookupTable(IEqualityComparer<TKey> comparer) => _values = new Dictionary<TKey, List<TValue>>(comparer);

    public int Count => _values.Count;

    public IEnumerable<TValue> this[TKey key] => _values.TryGetValue(key, out var values) ? values : [];

    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!_values.TryGetValue(key, out var list))
            _values.Add(key, list = []);
        list.AddRange(values);
    }

    public void Remove(TKey key) => _values.Remove(key);

    public void Remove(TKey key, TValue value)
    {
        if (_values.TryGetValue(key, out var list) && list.Remove(value) && list.Count == 0)
            _values.Remove(key);
    }

    public void Clear() => _values.Clear();

    public bool Contains(TKey key) => _values.ContainsKey(key);

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() =>
        _values.SelectMany(pair => pair.Value.Select(value => (pair.Key, value)))
            .GroupBy(x => x.Key, x => x.value, _values.Comparer)
            .GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
