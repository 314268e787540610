using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Databases.Scheduling;

/// <summary>A database without a server: its dump is a file of a few bytes, and what a scratch server gives back is what the test says.</summary>
internal sealed partial class FakeDatabase : IDatabaseTools, IScratchServers, IScratchDatabase
{
    private const string Rows = "table\tthings\t5\t1:1";

    /// <summary>Refuses so many more calls, as a server does that is given the wrong password.</summary>
    public int Refusals { get; set; }

    /// <summary>What comes out of a dump that was restored; null where it cannot be restored.</summary>
    public string? Restored { get; set; } = Rows;

    public int Servers { get; private set; }

    public string MadeOf => "a fake";

    public Task<IReadOnlyList<string[]>> QueryAsync(DatabaseAddress at, string script, CancellationToken cancellation = default)
    {
        if (Refusals > 0)
        {
            Refusals--;
            throw new DeploymentException($"The database {at} refused a query: FATAL: password authentication failed for user \"{at.User}\"");
        }

        return Task.FromResult<IReadOnlyList<string[]>>(script.StartsWith("SELECT to_regclass", StringComparison.Ordinal) ? [["t"]] : Schema);
    }

    public async Task<CommandResult> ScriptAsync(DatabaseAddress at, string script, string? folder, CancellationToken cancellation = default)
    {
        await File.WriteAllTextAsync(Path.Combine(folder!, DumpPattern().Match(script).Groups["name"].Value), "a dump", cancellation);
        return new CommandResult(0, $"server\t15.1\n{Rows}\ndump\twhole", "", TimeSpan.Zero);
    }

    public Task RestoreAsync(DatabaseAddress at, Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<IScratchDatabase> StartAsync(CancellationToken cancellation)
    {
        Servers++;
        return Task.FromResult<IScratchDatabase>(this);
    }

    public async Task RestoreAsync(Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        await dump(read, cancellation);
        if (Restored is null)
            throw new DeploymentException("The backup could not be restored: pg_restore: error: could not read from input file: end of file");
    }

    public Task<IReadOnlyList<string[]>> QueryAsync(string script, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string[]>>([.. Schema, .. PsqlOutput.Rows(Restored!)]);

    public ValueTask DisposeAsync()
    {
        Servers--;
        return ValueTask.CompletedTask;
    }

    private static string[][] Schema => [["schema", "r1", "r1"], ["applied", "r1"]];

    [GeneratedRegex("--file=\"\\$QGP_FOLDER/(?<name>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex DumpPattern();
}
