using System.Text.Json;

namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>Takes the values out of a JSON object one by one, and remembers everything that was wrong and everything that nobody asked for.</summary>
internal sealed class DescriptionFields
{
    private readonly Dictionary<string, JsonElement> left = [];
    private readonly List<string> known = [];
    private readonly List<string> problems;
    private readonly string prefix;

    public DescriptionFields(JsonElement root)
        : this(root, "", [])
    {
    }

    private DescriptionFields(JsonElement root, string prefix, List<string> problems)
    {
        this.prefix = prefix;
        this.problems = problems;
        if (root.ValueKind != JsonValueKind.Object)
        {
            Problem(prefix.Length == 0 ? "It has to be one JSON object." : $"\"{prefix.TrimEnd('.')}\" has to be an object.");
            return;
        }

        foreach (var property in root.EnumerateObject())
        {
            if (!left.TryAdd(property.Name, property.Value))
                Problem($"\"{prefix}{property.Name}\" is given twice. Remove one.");
        }
    }

    public void Problem(string sentence) => problems.Add(sentence);

    /// <summary>A part of the description that has names of its own. What is wrong in it is told with the rest.</summary>
    /// <param name="name">Of the part.</param>
    /// <param name="read">Takes its values.</param>
    /// <returns>Null where it is not there.</returns>
    public T? Section<T>(string name, Func<DescriptionFields, T> read)
        where T : class
    {
        if (Take(name) is not { } value)
            return null;
        var section = new DescriptionFields(value, $"{prefix}{name}.", problems);
        var result = read(section);
        section.NameUnknown();
        return result;
    }

    public string? OptionalText(string name, Func<string, bool> fits, string what) => left.ContainsKey(name) ? Text(name, fits, what) : Absent(name);

    public string Text(string name, Func<string, bool> fits, string what)
    {
        if (Take(name) is not { } value)
            return Missing(name, what);
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && fits(text))
            return text;
        Problem($"\"{prefix}{name}\" is {value.GetRawText()}; it has to be {what}.");
        return "";
    }

    public int Number(string name, int least, int most, int? otherwise = null)
    {
        var what = $"a whole number from {least} to {most}";
        if (Take(name) is not { } value)
        {
            if (otherwise is null)
                Missing(name, what);
            return otherwise ?? least;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Problem($"\"{prefix}{name}\" is {value.GetRawText()}; it has to be {what}.");
        return least;
    }

    public IReadOnlyDictionary<string, string> Map(string name, Func<string, bool> keyFits, string what, bool required)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Take(name) is not { } value)
        {
            if (required)
                Missing(name, $"an object of {what}");
            return map;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            // Not quoted: whoever mistook it may have put a secret there.
            Problem($"\"{name}\" has to be an object whose values are each {what}.");
            return map;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (!keyFits(property.Name))
                Problem($"\"{name}\" names \"{property.Name}\", which is not the name of a variable: capital letters, digits and _.");
            else if (property.Value.ValueKind != JsonValueKind.String)
                Problem($"\"{name}.{property.Name}\" has to be {what}.");
            else if (!map.TryAdd(property.Name, property.Value.GetString()!))
                Problem($"\"{name}.{property.Name}\" is given twice. Remove one.");
        }

        return map;
    }

    /// <exception cref="DeploymentException">Something was wrong; all of it is told.</exception>
    public void RequireNone(string path)
    {
        NameUnknown();
        if (problems.Count > 0)
            throw new DeploymentException($"{path} does not describe an environment:\n{string.Join('\n', problems.Select(problem => "- " + problem))}");
    }

    private void NameUnknown()
    {
        foreach (var name in left.Keys)
            Problem($"\"{prefix}{name}\" is not known. Known are {string.Join(", ", known)}.");
    }

    private string? Absent(string name)
    {
        known.Add(name);
        return null;
    }

    private JsonElement? Take(string name)
    {
        known.Add(name);
        return left.Remove(name, out var value) ? value : null;
    }

    private string Missing(string name, string what)
    {
        Problem($"\"{prefix}{name}\" is missing; it has to be {what}.");
        return "";
    }
}
