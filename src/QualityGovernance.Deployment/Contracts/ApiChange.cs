namespace QualityGovernance.Deployment.Contracts;

/// <summary>One thing that a client of the document before can't rely on any more.</summary>
/// <param name="Operation">Method and address.</param>
/// <param name="Place">Such as <c>request title</c> or <c>answer 200 items[].status</c>; empty for the operation as a whole.</param>
/// <param name="What">Happened to it.</param>
public sealed record ApiChange(string Operation, string Place, string What)
{
    /// <summary>Also how it is named where it is accepted.</summary>
    public override string ToString() => Place.Length == 0 ? $"{Operation}: {What}" : $"{Operation}, {Place}: {What}";
}
