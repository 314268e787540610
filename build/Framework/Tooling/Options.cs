using System.Runtime.CompilerServices;

namespace Nuke.Common.Tooling;

/// <summary>Settings as a bag of named values. It never changes: each setter returns a changed copy.</summary>
public abstract class Options
{
    // Keeps the order in which values were set first: arguments are rendered in it.
    private OrderedDictionary<string, object> _values = new(StringComparer.Ordinal);

    internal IEnumerable<KeyValuePair<string, object>> Values => _values;

    protected T Get<T>([CallerMemberName] string name = null) => _values.TryGetValue(name, out var value) ? (T)value : default;

    internal Options Copy()
    {
        var copy = (Options)MemberwiseClone();
        copy._values = new OrderedDictionary<string, object>(_values, StringComparer.Ordinal);
        return copy;
    }

    internal void Set(string name, object value)
    {
        if (value == null)
            _values.Remove(name);
        else
            _values[name] = value;
    }

    internal object TryGet(string name) => _values.GetValueOrDefault(name);
}
