namespace QualityGovernance.Deployment.Runs;

/// <summary>What receipts call the facts that more than one reader looks for. A name that changes here makes older receipts silent about it, which the reader then says.</summary>
public static class FactNames
{
    public const string Address = "address";
    public const string BaseKind = "base-kind";
    public const string BuildId = "build-id";

    /// <summary>Delivered files in the form of sha256sum, one on each line.</summary>
    public const string Checksums = "checksums";

    public const string Commit = "commit";

    /// <summary>A JSON array of package URLs: what a bill of materials lists.</summary>
    public const string Components = "components";

    public const string Database = "database";
    public const string ImageBudget = "image-budget";
    public const string ImageBytes = "image-bytes";
    public const string ImageId = "image-id";

    /// <summary>A JSON array of the layers that hold something, the lowest first: <c>bytes</c> and <c>createdBy</c>.</summary>
    public const string ImageLayers = "image-layers";

    public const string SchemaApplied = "applied";
    public const string SchemaHead = "head";
    public const string ServingImage = "serving-image";

    /// <summary>A JSON array of the settings as the image describes them: <c>name</c>, <c>source</c>, <c>rule</c>, <c>secret</c>. No value.</summary>
    public const string Settings = "settings";

    public const string Version = "version";

    /// <summary>Before a path: what was answered there, as it was received.</summary>
    public const string AnswerPrefix = "answer ";

    /// <summary>Before the name of a file in the folder of the run: its SHA-256.</summary>
    public const string DocumentPrefix = "document ";

    /// <summary>Before the name of a bill of materials in the folder of the run: how many components it lists.</summary>
    public const string ListedPrefix = "components in ";

    private static readonly HashSet<string> Structured = new(StringComparer.Ordinal) { Checksums, Components, ImageLayers, Settings };

    /// <summary>Whether a fact is a list of its own, which a plain table of facts cannot show.</summary>
    public static bool IsStructured(string name) => Structured.Contains(name);
}
