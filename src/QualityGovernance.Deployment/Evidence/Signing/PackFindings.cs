namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>What a verification comes upon on its way.</summary>
internal sealed class PackFindings
{
    /// <summary>What is not so. Each names the file.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What cannot be told.</summary>
    public List<string> Unknown { get; } = [];
}
