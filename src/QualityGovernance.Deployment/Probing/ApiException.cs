namespace QualityGovernance.Deployment.Probing;

/// <summary>The service answered something else than it should.</summary>
public sealed class ApiException(string request, JsonAnswer answer, string expected)
    : DeploymentException($"{request} answered {answer}; expected {expected}.")
{
    public JsonAnswer Answer { get; } = answer;
}
