using System.Collections;

namespace Nuke.Common;

/// <summary>
/// Looks parameters up among the environment variables: by exact name, else ignoring case and everything but letters
/// and digits, with or without <c>NUKE</c> in front.
/// </summary>
internal sealed class EnvironmentValues
{
    private readonly IDictionary _variables;
    private readonly Lazy<ILookup<string, string>> _namesByKey;

    public EnvironmentValues(IDictionary variables)
    {
        _variables = variables;
        _namesByKey = new Lazy<ILookup<string, string>>(() => variables.Keys.Cast<string>().ToLookup(Fold, StringComparer.Ordinal));
    }

    /// <summary>The variable that holds the parameter; several candidates are a warning and no value.</summary>
    public string FindName(string parameterName, Action<string> warn)
    {
        if (_variables.Contains(parameterName))
            return parameterName;
        var key = Fold(parameterName);
        var names = Enumerable.Concat(_namesByKey.Value[key], _namesByKey.Value["NUKE" + key]).Order(StringComparer.Ordinal).ToList();
        if (names.Count > 1)
            warn($"Parameter '{parameterName}' is left without a value from the environment, because several variables stand for it: {string.Join(", ", names)}.");
        return names.Count == 1 ? names[0] : null;
    }

    public string Get(string variable) => (string)_variables[variable];

    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
