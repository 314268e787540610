namespace Nuke.Common.Execution;

/// <summary>The build was asked for something it cannot do. Each message is a sentence for the user, shown without a stack trace.</summary>
internal sealed class BuildUsageException(IReadOnlyList<string> messages) : Exception(string.Join(Environment.NewLine, messages))
{
    public BuildUsageException(string message)
        : this([message])
    {
    }

    public IReadOnlyList<string> Messages { get; } = messages;
}
