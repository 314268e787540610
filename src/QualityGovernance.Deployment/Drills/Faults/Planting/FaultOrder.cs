using System.Text.Json;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>What a process is to run, and which fault is planted into it. A file: the process is one that may be killed.</summary>
public sealed record FaultOrder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    public required string Procedure { get; init; }

    /// <summary>Null: nothing goes wrong. That is how a recovery is run.</summary>
    public FaultCell? Fault { get; init; }

    /// <summary>The last step to be run; all of them where null.</summary>
    public string? Until { get; init; }

    /// <summary>The checkout.</summary>
    public required string Root { get; init; }

    /// <summary>Where the process leaves its mark, and whether its fault has struck.</summary>
    public required string Folder { get; init; }

    public required string RunsFolder { get; init; }

    public string? Tag { get; init; }

    public string? Backup { get; init; }

    /// <summary>Labels, as name=value: a container that carries one of them is of the procedure.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>A small disk of its own, which is full while the step is at work. Null: there is none.</summary>
    public string? Disk { get; init; }

    /// <summary>At most so much time for the step with the fault.</summary>
    public double DeadlineSeconds { get; init; }

    public string State => Path.Combine(Root, "state");

    public string Backups => Path.Combine(Root, "backups");

    public string Releases => Path.Combine(Root, "releases");

    public string DrillHistory => Path.Combine(Root, "drills", "history.jsonl");

    internal string File => Path.Combine(Folder, "order.json");

    /// <summary>Holds the mark of the process.</summary>
    internal string OwnerFile => Path.Combine(Folder, "owner");

    /// <summary>There, where the fault has struck.</summary>
    internal string StruckFile => Path.Combine(Folder, "struck");

    public static FaultOrder Read(string file) => JsonSerializer.Deserialize<FaultOrder>(System.IO.File.ReadAllText(file), Json) ?? throw new DeploymentException($"{file} holds no order.");

    internal void Write()
    {
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(this, Json));
    }
}
