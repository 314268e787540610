namespace QualityGovernance.Deployment.Engine;

/// <summary>One program to run with its arguments, each passed on exactly as it stands here: no shell reads them.</summary>
/// <param name="Program">A name that is looked up on PATH, or a path.</param>
/// <param name="Arguments">One entry per argument, unquoted.</param>
public sealed record Command(string Program, IReadOnlyList<string> Arguments)
{
    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>Where the program runs; null for the directory of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Set on top of the inherited environment; null as a value takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = Nothing;

    /// <summary>What the program reads. Where null, it finds its input closed, so that nothing ever waits for a terminal.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Writes what the program reads, where that is too much for a text or not one. Not together with <see cref="StandardInput"/>.</summary>
    public Func<Stream, CancellationToken, Task>? WriteInput { get; init; }

    /// <summary>After this time the program and everything it started is killed. Null: only cancellation ends it.</summary>
    public TimeSpan? Timeout { get; init; }

    public static Command Of(string program, params string[] arguments) => new(program, arguments);

    /// <summary>The command as one would type it. The environment and the input are left out: they may hold secrets.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quoted));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+{}".Contains(c)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
