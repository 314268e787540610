namespace QualityGovernance.Deployment.Workflows;

/// <summary>What the linter says about one place of a workflow.</summary>
public sealed record LintFinding(string Path, int Line, int Column, string Kind, string Message)
{
    public override string ToString() => $"{System.IO.Path.GetFileName(Path)}, line {Line}, column {Column}: {Message} [{Kind}]";
}
