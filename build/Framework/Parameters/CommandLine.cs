namespace Nuke.Common;

/// <summary>The words of the command line, before anything is known about the build's parameters.</summary>
internal sealed class CommandLine(IReadOnlyList<string> words)
{
    public static CommandLine Current { get; set; } = new(Environment.GetCommandLineArgs().Skip(1).ToList());

    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>A word that begins with a dash, unless it is a negative number or the dash alone.</summary>
    public static bool IsOption(string word) =>
        word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) &&
        !(word.Length > 2 && word[1] is '.' or ',' && char.IsAsciiDigit(word[2]));

    /// <summary>Splits <c>--name=value</c>; the value is null where there is no equals sign.</summary>
    public static (string Name, string Value) Split(string option)
    {
        var equals = option.IndexOf('=');
        return equals < 0 ? (option, null) : (option[..equals], option[(equals + 1)..]);
    }

    public bool Has(string name) => GetRaw(name) != null;

    /// <summary>All words that follow the last occurrence of an option; null when it does not occur.</summary>
    public IReadOnlyList<string> GetRaw(string name)
    {
        var key = Parameter.ToKey(name);
        for (var i = Words.Count - 1; i >= 0; i--)
        {
            if (!IsOption(Words[i]))
                continue;
            var (option, value) = Split(Words[i]);
            if (Parameter.ToKey(option) == key)
                return value != null ? [value] : Words.Skip(i + 1).TakeWhile(x => !IsOption(x)).ToList();
        }
        return null;
    }
}
