namespace QualityGovernance.Migrations.Running;

/// <summary>How far one step of a half-applied migration came.</summary>
/// <param name="What">The step in words.</param>
/// <param name="Index">The index that it builds outside a transaction; null for other steps.</param>
/// <param name="Fingerprint">Of its statements, forward and back.</param>
/// <param name="State">One of the constants of this type.</param>
/// <param name="At">When it came to that state.</param>
/// <param name="Build">Which brought it there.</param>
internal sealed record JournalStep(string What, string? Index, string Fingerprint, string State, string At, string Build)
{
    public const string Undone = "undone";
    public const string Doing = "doing";
    public const string Done = "done";
    public const string Undoing = "undoing";

    /// <summary>Null: there is no such index. False: an interruption left it invalid.</summary>
    public bool? IndexIsValid { get; init; }

    public override string ToString() => State switch
    {
        Done => $"{What}, is applied",
        Undone => $"{What}, is not applied",
        _ => $"{What}, {(State == Doing ? "was interrupted" : "was interrupted while it was taken back")}{Left}",
    };

    private string Left => (Index, IndexIsValid) switch
    {
        (null, _) => ", and nobody knows how far it came",
        (_, null) => " and left nothing",
        (_, false) => $" and left the invalid index {Index}",
        (_, true) => $", and the index {Index} is whole",
    };
}
