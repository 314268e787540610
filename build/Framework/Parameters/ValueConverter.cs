using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Makes values of words. A word that does not fit is a <see cref="FormatException"/>, never a default.</summary>
internal static class ValueConverter
{
    public static object Convert(IReadOnlyList<string> words, Type type, AbsolutePath pathBase = null)
    {
        if (type.IsCollectionLike())
            return ConvertList(words, type, pathBase);
        return words.Count switch
        {
            0 when type.GetScalarType() == typeof(bool) => true,
            1 => ConvertWord(words[0], type.GetScalarType(), pathBase),
            _ => throw new FormatException($"Expected one value, but got {words.Count}."),
        };
    }

    private static object ConvertList(IReadOnlyList<string> words, Type type, AbsolutePath pathBase)
    {
        var elementType = type.IsArray ? type.GetElementType() : type.GetGenericArguments()[0];
        var array = Array.CreateInstance(elementType, words.Count);
        for (var i = 0; i < words.Count; i++)
            array.SetValue(Convert([words[i]], elementType, pathBase), i);
        if (type.IsAssignableFrom(array.GetType()))
            return array;
        return Activator.CreateInstance(type, array) as IEnumerable ??
               throw new FormatException($"A list cannot become a {type.Name}.");
    }

    private static object ConvertWord(string word, Type type, AbsolutePath pathBase)
    {
        if (type == typeof(string))
            return word;
        if (type.IsEnum)
            return ConvertEnum(word, type);
        if (type == typeof(AbsolutePath))
            return PathNormalization.IsRooted(word) ? AbsolutePath.Create(word) : (pathBase ?? EnvironmentInfo.WorkingDirectory) / word;
        if (type == typeof(bool))
            return bool.Parse(word);
        try
        {
            if (typeof(Enumeration).IsAssignableFrom(type))
                return GetEnumerationValue(word, type);
            if (type.IsPrimitive || type == typeof(decimal))
                return System.Convert.ChangeType(word, type, CultureInfo.InvariantCulture);
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(word);
        }
        catch (Exception exception) when (exception is not FormatException)
        {
            throw new FormatException($"'{word}' is not a valid {type.Name}: {exception.Unwrap().Message}", exception);
        }
    }

    // Enum.Parse would take numbers and lists as well; only names are meant here.
    private static object ConvertEnum(string word, Type type)
    {
        var name = Enum.GetNames(type).FirstOrDefault(x => x.EqualsOrdinalIgnoreCase(word));
        return name != null ? Enum.Parse(type, name) : throw new FormatException($"'{word}' is not a value of {type.Name}.");
    }

    private static object GetEnumerationValue(string word, Type type)
    {
        FieldInfo field = Enumeration.GetValueFields(type).FirstOrDefault(x => x.Name.EqualsOrdinalIgnoreCase(word));
        return field?.GetValue(obj: null) ?? throw new FormatException($"'{word}' is not a value of {type.Name}.");
    }
}
