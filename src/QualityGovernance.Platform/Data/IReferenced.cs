namespace QualityGovernance.Platform.Data;

/// <summary>A record with a reference number such as POL-2026-0001, given when it is first saved unless it brings one.</summary>
public interface IReferenced
{
    /// <summary>Empty until saved.</summary>
    string ReferenceNumber { get; }

    /// <summary>Three or four letters, such as POL or COMP.</summary>
    string ReferencePrefix { get; }
}
