using System.Text;
using QualityGovernance.Deployment.Documents.Variables;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Stacks.Hardening;

namespace QualityGovernance.Deployment.Documents.Inventory;

/// <summary>Makes the inventory out of what an image told of itself. Nothing in it changes from one build of the same sources to the next, nor with the base images.</summary>
/// <param name="dockerfile">Says which variables and labels are the product's own.</param>
/// <param name="compose">The file of the sandbox and the rehearsal.</param>
/// <param name="stack">The file of an environment.</param>
internal sealed class InventoryRenderer(string dockerfile, string compose, string stack)
{
    public const string File = "docs/RUNTIME_INVENTORY.md";

    private readonly DockerfileFacts declared = new(dockerfile);

    /// <exception cref="DeploymentException">The image lacks what its Dockerfile sets: it was made from another one.</exception>
    public string Render(ImageAnswers image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var setup = image.Setup;
        var text = new StringBuilder($"# Runtime inventory\n\n<!-- Written by {DocumentOptions.GenerateCommand} out of the built image, docker-compose.sandbox.yml and docker-stack.yml. -->\n\n");
        text.Append("What the one image of the product starts, listens on, reads and keeps. The image was asked: its set-up, its programs, and the running service.\n\n## The image\n\n");
        Table(text, ["What", "Is"],
        [
            ["Start command", $"`{string.Join(' ', setup.Entrypoint.Concat(setup.Command))}`"],
            ["Migration command", ContainerRow.ReadAll(compose, setup).Single(row => row.Service == StackServices.Migrate).Starts],
            ["Working folder", $"`{setup.Folder}`"],
            ["User", setup.User],
            ["Ports", Listed(setup.Ports)],
            ["Volumes", Listed(setup.Volumes)],
            ["Stop signal", setup.StopSignal],
            ["Health check", setup.HealthCheck.Length > 0 ? setup.HealthCheck : "none"],
            ["Variables that it sets", Owned("ENV", setup.Environment)],
            ["Labels", Owned("LABEL", setup.Labels)],
        ]);
        text.Append("\n## The service\n\n").Append(Quoted(image.ServiceHelp)).Append("\n## The migrations\n\n").Append(Quoted(image.MigrationsHelp));
        text.Append("\n## Health\n\nThese answer without an account.\n\n");
        Table(text, ["Address", "Says", "Status"], image.Routes.Select(route => new[] { $"`{route.Path}`", route.Summary, string.Join(" or ", route.Statuses) }));
        text.Append("\n## Variables\n\nService and migrations read the same ones. What each accepts: [configuration](configuration.md).\n\n");
        Table(text, ["Variable", "As a file", "As a vault's secret", "Default"], image.Settings.Select(Row));
        Containers(text, "The sandbox and the rehearsal", "docker-compose.sandbox.yml", compose, setup);
        Containers(text, "An environment", "docker-stack.yml", stack, setup);
        return text.ToString();
    }

    private static string[] Row(DescribedSetting setting) => [$"`{setting.Name}`", Code(setting.File), Code(setting.Vault), setting.Default];

    private static string Code(string? name) => name is null ? "" : $"`{name}`";

    private static string Listed(IReadOnlyList<string> items) => items.Count == 0 ? "none" : string.Join(", ", items);

    private static void Containers(StringBuilder text, string title, string name, string yaml, ImageSetup image)
    {
        text.Append($"\n## {title}\n\nAs [{name}](../{name}) describes them. A name in capitals is a variable that the build gives a value.\n\n");
        Table(text, ["Service", "Starts", "User", "Ports", "Keeps", "In memory", "Secrets", "At most", "Restarts"],
            ContainerRow.ReadAll(yaml, image).Select(row => new[] { row.Service, row.Starts, row.User, row.Ports, row.Keeps, row.InMemory, row.Secrets, row.Limits, row.Restart }));
    }

    /// <summary>What the Dockerfile sets, with the image's values; what a base image brings along is not the product's.</summary>
    private string Owned(string instruction, IReadOnlyDictionary<string, string> found) => string.Join(", ", declared.Set(instruction).Select(one =>
        !found.TryGetValue(one.Key, out var value) ? throw new DeploymentException($"The image lacks {one.Key}, which its Dockerfile sets: it was made from another one.", "./build.sh Rehearsal --cached")
        : one.Value ? $"`{one.Key}` (of each build)"
        : $"`{one.Key}={value}`"));

    private static string Quoted(string help) => string.Concat(help.TrimEnd().Split('\n').Select(line => $"    {line}".TrimEnd() + "\n"));

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        text.Append($"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n");
        foreach (var row in rows)
            text.Append($"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
    }
}
