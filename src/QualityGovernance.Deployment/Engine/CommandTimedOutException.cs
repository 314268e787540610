namespace QualityGovernance.Deployment.Engine;

/// <summary>A program took longer than it may; it and everything it started was killed.</summary>
public sealed class CommandTimedOutException(string command, TimeSpan limit, string lastWords)
    : DeploymentException($"\"{command}\" did not end within {limit.TotalSeconds:0.#} s and was killed. {Said(lastWords)}")
{
    public TimeSpan Limit { get; } = limit;

    private static string Said(string lastWords) => lastWords.Length == 0 ? "It had said nothing." : $"It said last: {lastWords}";
}
