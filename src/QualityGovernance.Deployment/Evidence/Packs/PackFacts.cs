using System.Globalization;
using System.Text.Json;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>Which step of a run tells what, and how it is read.</summary>
internal static class PackFacts
{
    private const string Build = "BuildImage";
    private const string Health = "VerifyHealth";
    private const string Migrations = "ApplyMigrations";
    private const string Prerequisites = "CheckPrerequisites";
    private const string Application = "StartApplication";
    private const string DatabaseStart = "StartPostgres";

    /// <summary>Without these a rehearsal does not make a pack that is complete.</summary>
    public static readonly IReadOnlyList<RequiredFact> OfARehearsal =
    [
        new("Checksums", FactNames.Checksums, Prerequisites),
        new("Image size", FactNames.ImageBytes, Build),
        new("Image layers", FactNames.ImageLayers, Build),
        new("Image budget", FactNames.ImageBudget, Build),
        new("Schema revision", FactNames.SchemaApplied, Migrations),
        new("Configuration", FactNames.Settings, Application),
        new("Health answers", FactNames.AnswerPrefix, Health),
        new("Serving image", FactNames.ServingImage, Health),
    ];

    private static readonly string[] Answers = ["/healthz", "/readyz", "/api/v1/meta/version"];

    public static IReadOnlyList<NamedFact> Summary(RunRecord record) =>
    [
        Text(record, "Commit", null, FactNames.Commit),
        Text(record, "Uncommitted changes", null, "dirty"),
        Text(record, "Version", null, FactNames.Version),
        Text(record, "Build", Build, FactNames.BuildId),
        Text(record, "Image", Build, FactNames.ImageId),
        Text(record, "Schema", Migrations, FactNames.SchemaApplied),
    ];

    public static IReadOnlyList<NamedFact> Environment(RunRecord record) =>
    [
        Text(record, "Machine", null, "machine"),
        Text(record, "Runtime of the build", null, "runtime"),
        Text(record, "Stack", null, "stack"),
        Text(record, "Kind of build", null, "build"),
        Text(record, "Engine", Prerequisites, "engine"),
        Text(record, "Engine client", Prerequisites, "engine-client"),
        Text(record, "Compose", Prerequisites, "compose"),
        Text(record, "Free disk", Prerequisites, "free-disk"),
        Text(record, "Database", DatabaseStart, FactNames.Database),
        Text(record, "Address", Application, FactNames.Address),
        Text(record, "Container", Health, "container-state"),
    ];

    public static PackImage Image(RunRecord record) => new(
        [
            Text(record, "Built", Build, FactNames.ImageId),
            Text(record, "Answering", Health, FactNames.ServingImage),
            Text(record, "Base", Build, FactNames.BaseKind),
            Text(record, "Runtime base", Build, "base-runtime"),
            Text(record, "Database image", Build, "base-postgres"),
            Text(record, "Budget", Build, FactNames.ImageBudget),
        ],
        Fact<ImageSize>.In(record, Build, FactNames.ImageBytes, text => long.TryParse(text, CultureInfo.InvariantCulture, out var bytes) ? new ImageSize(bytes) : null),
        Fact<IReadOnlyList<ImageLayer>>.In(record, Build, FactNames.ImageLayers, Json<ImageLayer>));

    public static IReadOnlyList<NamedFact> Schema(RunRecord record) =>
    [
        Text(record, "Head of the image", Migrations, FactNames.SchemaHead),
        Text(record, "Applied", Migrations, FactNames.SchemaApplied),
        Text(record, "Answered by the service", Health, "schema_revision"),
        Text(record, "Provider", Migrations, "provider"),
    ];

    public static IReadOnlyList<NamedFact> HealthAnswers(RunRecord record) =>
        [.. Answers.Select(path => Text(record, path, Health, FactNames.AnswerPrefix + path))];

    public static Fact<IReadOnlyList<PackSetting>> Configuration(RunRecord record) =>
        Fact<IReadOnlyList<PackSetting>>.In(record, Application, FactNames.Settings, Json<PackSetting>);

    public static Fact<IReadOnlyList<Checksum>> ChecksumsOf(RunRecord record) =>
        Fact<IReadOnlyList<Checksum>>.In(record, Prerequisites, FactNames.Checksums, text => ChecksumList.TryParse(text)?.Entries);

    private static NamedFact Text(RunRecord record, string title, string? step, string name) => new(title, Fact<string>.In(record, step, name, text => text));

    private static IReadOnlyList<T>? Json<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<T>>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // The reader says of a list that is none that it cannot be read.
            return null;
        }
    }
}
