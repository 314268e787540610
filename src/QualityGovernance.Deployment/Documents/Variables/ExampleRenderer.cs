using System.Text;
using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Documents.Variables;

/// <summary>
/// Makes the example of variables for the sandbox: what people wrote about the stack, and behind <c>{{settings APP_ENV=development ...}}</c> every setting
/// of the service that the compose file passes on, with its rule. The values in the placeholder are given; all others stand as a comment with their default.
/// </summary>
internal sealed partial class ExampleRenderer
{
    private readonly Dictionary<string, string> passed;
    private readonly List<string> required;
    private readonly IReadOnlyList<DescribedSetting> settings;

    /// <param name="compose">The text of the compose file.</param>
    /// <param name="settings">What the service says of its settings.</param>
    public ExampleRenderer(string compose, IReadOnlyList<DescribedSetting> settings)
    {
        this.settings = settings;
        var file = new ComposeFile(compose);
        passed = (file.At(StackServices.App, "environment") as Dictionary<object, object?> ?? [])
            .Select(pair => (Name: (string)pair.Key, Variable: VariablePattern().Match($"{pair.Value}")))
            .Where(pair => pair.Variable.Success && pair.Variable.Groups["name"].Value == pair.Name)
            .ToDictionary(pair => pair.Name, pair => pair.Variable.Groups["default"].Value);
        required = [.. VariablePattern().Matches(compose).Where(match => match.Groups["required"].Success).Select(match => match.Groups["name"].Value).Distinct()];
    }

    /// <exception cref="DeploymentException">The file would not start the stack, or names a setting that there is not.</exception>
    public string Render(string template)
    {
        if (PlaceholderPattern().Matches(template) is not [var place])
            throw new DeploymentException("The fragment of the example of variables has to hold {{settings ...}} once.");
        var given = GivenPattern().Matches(place.Groups["given"].Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        if (given.Keys.FirstOrDefault(name => !passed.ContainsKey(name) || settings.All(setting => setting.Name != name)) is { } unknown)
            throw new DeploymentException($"The fragment of the example of variables gives {unknown} a value, which is no setting of the service that the compose file passes on.");
        var text = template.Replace(place.Value, Settings(given), StringComparison.Ordinal);
        var values = EnvironmentFile.Parse(text.Split('\n'), "the example of variables");
        return required.Find(name => values.GetValueOrDefault(name, "").Length == 0) is { } missing
            ? throw new DeploymentException($"The fragment of the example of variables gives {missing} no value, which the compose file asks for.")
            : text;
    }

    private string Settings(Dictionary<string, string> given)
    {
        var text = new StringBuilder();
        foreach (var setting in settings.Where(setting => passed.ContainsKey(setting.Name)))
        {
            text.Append($"# {setting.Rule}\n");
            text.Append(given.TryGetValue(setting.Name, out var value) ? $"{setting.Name}={value}\n" : $"#{setting.Name}={passed[setting.Name]}\n");
        }

        return text.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)(:-(?<default>[^}]*)|(?<required>:\?)[^}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"\{\{settings(?<given>( \w+=\S*)*)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"(?<name>\w+)=(?<value>[^\s}]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GivenPattern();
}
