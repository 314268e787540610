using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>Everything that was seen of one fault.</summary>
internal sealed record FaultSighting
{
    public required FaultCell Cell { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>What was printed.</summary>
    public required string Text { get; init; }

    /// <summary>Null: the procedure left no receipts.</summary>
    public required RunRecord? Record { get; init; }

    /// <summary>Whether there was anything for the fault to meet.</summary>
    public required bool Struck { get; init; }

    /// <summary>The command that had to be run before everything was as before; null where it was so already.</summary>
    public string? Recovery { get; init; }

    /// <summary>What that command ended with.</summary>
    public int RecoveryExitCode { get; init; }

    /// <summary>What is of the procedure and still there, after the recovery where one was needed.</summary>
    public IReadOnlyList<string> Remains { get; init; } = [];

    public required string ServedBefore { get; init; }

    public required string ServedAfter { get; init; }

    /// <summary>What may be served beside that.</summary>
    public IReadOnlyList<string> MayServe { get; init; } = [];

    /// <summary>What happened to those who have nothing to do with it.</summary>
    public IReadOnlyList<string> Bystanders { get; init; } = [];

    /// <summary>The first step that failed.</summary>
    public Receipt? Failed => Record?.Steps.FirstOrDefault(receipt => receipt.Outcome == Outcome.Failed);

    /// <summary>The procedure came to its end, and nothing failed.</summary>
    public bool EndedWell => Record is { IsFinished: true } && Record.Receipts.All(receipt => receipt.Outcome != Outcome.Failed);
}
