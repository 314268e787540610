using System.Text.Json;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Documents.Variables;

/// <summary>The settings as the service itself describes them. Deployment does not see the service, and asks its program.</summary>
/// <param name="Settings">In the service's order.</param>
/// <param name="Table">The same as a table in Markdown.</param>
public sealed record ServiceDescription(IReadOnlyList<DescribedSetting> Settings, string Table)
{
    public const string Command = "describe-config";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="runner">Runs the program.</param>
    /// <param name="program">The compiled service.</param>
    /// <param name="cancellation">Ends the question.</param>
    public static async Task<ServiceDescription> AskAsync(ICommandRunner runner, string program, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        if (!File.Exists(program))
            throw new DeploymentException($"There is no {program}, which the settings are asked of.", DocumentOptions.GenerateCommand);
        async Task<string> Ask(string form) =>
            (await runner.CheckedAsync(new Command("dotnet", [program, Command, form]) { Timeout = Patience }, cancellation: cancellation)).Output;
        return new(Read(await Ask("--json")), await Ask("--markdown"));
    }

    /// <exception cref="DeploymentException">It is not a list of settings.</exception>
    public static IReadOnlyList<DescribedSetting> Read(string json)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<List<DescribedSetting>>(json, Names) ?? [];
            return settings.Count > 0 && settings.TrueForAll(setting => setting is { Name.Length: > 0, Default: not null, Rule.Length: > 0 })
                ? settings
                : throw new DeploymentException($"{Command} --json of the service lists no settings, or one without a name, a default or a rule.");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{Command} --json of the service printed something that is no list of settings: {e.Message}", inner: e);
        }
    }
}
