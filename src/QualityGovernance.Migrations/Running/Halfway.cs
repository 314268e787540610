using QualityGovernance.Migrations.Stepwise;

namespace QualityGovernance.Migrations.Running;

/// <summary>A migration that was begun, or begun to be undone, and of which the journal says how far it came.</summary>
/// <param name="Id">Of the migration. It is not in the history.</param>
/// <param name="Steps">In the order in which they are applied.</param>
internal sealed record Halfway(string Id, IReadOnlyList<JournalStep> Steps)
{
    public int Done => Steps.Count(step => step.State == JournalStep.Done);

    public override string ToString()
    {
        var open = Steps.TakeWhile(step => step.State == JournalStep.Done).Count();
        var last = Steps.MaxBy(step => step.At, StringComparer.Ordinal)!;
        var where = open == Steps.Count ? "only the entry in the history is missing" : $"step {open + 1}, {Steps[open]}";
        return $"{Id} is half applied: {Done} of {Steps.Count} steps were applied; {where}. The build {last.Build} came so far at {last.At}.";
    }

    /// <summary>Steps that another build made can be finished or undone by this one only where they are the same here.</summary>
    public void RefuseOtherSteps(IReadOnlyList<(SchemaStep Step, string Fingerprint)> own)
    {
        for (var index = 0; index < Steps.Count; index++)
        {
            if (Steps[index].State != JournalStep.Undone && (index >= own.Count || own[index].Fingerprint != Steps[index].Fingerprint))
                throw new RefusedException($"{this} That build's step {index + 1} is not the same as this one's, so this build can neither finish nor undo it. Nothing was changed. Run the build {Steps[index].Build}.");
        }
    }
}
