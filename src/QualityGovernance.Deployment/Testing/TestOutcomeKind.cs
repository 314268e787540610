namespace QualityGovernance.Deployment.Testing;

public enum TestOutcomeKind
{
    Passed,
    Failed,
    Skipped,
}
