using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>An open set of named values: each is a public static field of the deriving class.</summary>
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    public override bool Equals(object obj) => obj?.GetType() == GetType() && ((Enumeration)obj).Value == Value;

    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value.NotNull();

    /// <summary>The fields of an enumeration class that hold its values.</summary>
    internal static IEnumerable<FieldInfo> GetValueFields(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(x => type.IsAssignableFrom(x.FieldType));

    /// <summary>Reads a value by its field's name.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);
            var field = GetValueFields(typeof(T)).FirstOrDefault(x => x.Name.EqualsOrdinalIgnoreCase(text));
            return field?.GetValue(obj: null) ?? throw new FormatException($"'{text}' is not a value of {typeof(T).Name}.");
        }
    }
}
