using System.Collections;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// The command line: the command, positional arguments, named ones in the order they were set, arguments with a negative
/// position, then what was appended. Values are quoted where they need it; blank ones are left out.
/// </summary>
partial class ToolOptions
{
    private const string Key = "{key}";
    private const string Value = "{value}";

    internal IEnumerable<string> GetArguments() =>
        new[] { GetType().GetCustomAttribute<CommandAttribute>()?.Arguments }
            .Where(x => x != null)
            .Concat(GetArgumentValues()
                .OrderBy(x => x.Attribute.Position switch { > 0 => 0, 0 => 1, _ => 2 })
                .ThenBy(x => x.Attribute.Position)
                .SelectMany(x => Render(x.Value, x.Attribute)))
            .Concat(ProcessAdditionalArguments ?? []);

    internal IEnumerable<string> GetSecrets() =>
        (ProcessRedactedSecrets ?? []).Concat(GetArgumentValues().Where(x => x.Attribute.Secret).Select(x => Text(x.Value)));

    private IEnumerable<(object Value, ArgumentAttribute Attribute)> GetArgumentValues() =>
        from pair in Values
        let attribute = GetType().GetProperty(pair.Key)?.GetCustomAttribute<ArgumentAttribute>()
        where attribute != null
        select (pair.Value, attribute);

    private static IEnumerable<string> Render(object value, ArgumentAttribute attribute)
    {
        var parts = attribute.Format.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return value switch
        {
            false when !attribute.Format.Contains(Value, StringComparison.Ordinal) => [],
            IDictionary pairs => RenderMany(parts, attribute, Pairs(pairs)),
            IEnumerable items and not string => RenderMany(parts, attribute, items.Cast<object>().Select(x => (string.Empty, Quoted(x)))),
            _ when string.IsNullOrWhiteSpace(Text(value)) => [],
            _ => parts.Select(x => x.Replace(Value, Quoted(value), StringComparison.Ordinal)),
        };
    }

    private static IEnumerable<(string Key, string Value)> Pairs(IDictionary pairs)
    {
        foreach (DictionaryEntry pair in pairs)
            yield return ((string)pair.Key, Quoted(pair.Value));
    }

    private static IEnumerable<string> RenderMany(string[] parts, ArgumentAttribute attribute, IEnumerable<(string Key, string Value)> values)
    {
        var items = values.Where(x => !string.IsNullOrWhiteSpace(x.Value.Trim('"'))).ToList();
        if (items.Count == 0)
            return [];
        if (attribute.Separator == null)
            return items.SelectMany(item => parts.Select(part => Fill(part, item)));
        // A separator of blanks makes one argument of each value; any other joins the values to one argument.
        return parts.SelectMany(part =>
            !part.Contains(Value, StringComparison.Ordinal) ? [part]
            : string.IsNullOrWhiteSpace(attribute.Separator) ? items.Select(x => Fill(part, x))
            : [Join(part, attribute.Separator, items)]);
    }

    private static string Join(string part, string separator, IReadOnlyCollection<(string Key, string Value)> items)
    {
        var start = part.Contains(Key, StringComparison.Ordinal) ? part.IndexOf(Key, StringComparison.Ordinal) : part.IndexOf(Value, StringComparison.Ordinal);
        return part[..start] + string.Join(separator, items.Select(x => Fill(part[start..], x)));
    }

    private static string Fill(string part, (string Key, string Value) item) =>
        part.Replace(Key, item.Key, StringComparison.Ordinal).Replace(Value, item.Value, StringComparison.Ordinal);

    private static string Quoted(object value) => Text(value).DoubleQuoteIfNeeded();

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        "True" => "true",
        "False" => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
