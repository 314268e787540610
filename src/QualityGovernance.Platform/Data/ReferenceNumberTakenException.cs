namespace QualityGovernance.Platform.Data;

/// <summary>A record brought a reference number that another one, deleted or not, already has.</summary>
public sealed class ReferenceNumberTakenException(string number)
    : Exception($"The reference number {number} is taken. Choose another one, or leave it out to be given the next.")
{
    public string Number { get; } = number;
}
