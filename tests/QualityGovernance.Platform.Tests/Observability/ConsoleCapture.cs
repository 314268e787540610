namespace QualityGovernance.Platform.Tests.Observability;

/// <summary>Keeps what is written to standard output until it is disposed of. One at a time: the console is the process's.</summary>
[CollectionDefinition(nameof(ConsoleCapture), DisableParallelization = true)]
public sealed class ConsoleCapture : IAsyncDisposable
{
    private readonly TextWriter _before = Console.Out;
    private readonly StringWriter _written = new();

    public ConsoleCapture() => Console.SetOut(TextWriter.Synchronized(_written));

    public string Text => _written.ToString();

    public async ValueTask DisposeAsync()
    {
        Console.SetOut(_before);
        await _written.DisposeAsync();
    }
}
