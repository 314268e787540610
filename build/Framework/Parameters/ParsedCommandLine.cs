using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>The command line, sorted: options by key, and the words that stand for targets.</summary>
internal sealed record ParsedCommandLine(IReadOnlyDictionary<string, IReadOnlyList<string>> Options, IReadOnlyList<string> Positional)
{
    /// <summary>Targets named without an option; <c>A+B</c> is two of them.</summary>
    public IReadOnlyList<string> Targets => Positional.SelectMany(x => x.Split('+', StringSplitOptions.RemoveEmptyEntries)).ToList();

    public IReadOnlyList<string> Get(string name) => Options.GetValueOrDefault(Parameter.ToKey(name));

    /// <summary>Whether a switch is there and not switched off.</summary>
    public bool IsOn(string name) => Get(name) is { } words && !words.Any(x => x.EqualsOrdinalIgnoreCase(bool.FalseString));
}
