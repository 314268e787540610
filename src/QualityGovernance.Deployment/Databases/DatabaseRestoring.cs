using System.Globalization;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Restores beside the database that is there, and exchanges the two by their names. What was there is never written to.</summary>
/// <param name="tools">Of the server.</param>
/// <param name="cipher">Opens encrypted backups.</param>
/// <param name="time">For the names of databases.</param>
public sealed class DatabaseRestoring(DatabaseTools tools, BackupCipher cipher, TimeProvider time)
{
    /// <summary>The limit of PostgreSQL for a name, in bytes.</summary>
    private const int LongestName = 63;

    private const string Restored = "restored";
    private const string Discarded = "discarded";
    private const string Moment = "yyyyMMddHHmmssfff";

    /// <summary>Every server has it, and nobody's data are in it.</summary>
    private const string Maintenance = "postgres";

    /// <summary>Restores a backup into a new database of the same server and compares it with the manifest.</summary>
    /// <param name="backup">Which.</param>
    /// <param name="target">Beside which.</param>
    /// <param name="begun">Hears the name of the new database before there is one: where its removal fails as well, whoever cleans up later has to know it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The name of the new database.</returns>
    /// <exception cref="DeploymentException">It is not equal, or could not be restored; the new database is removed again.</exception>
    public async Task<string> RestoreBesideAsync(BackupFile backup, DatabaseAddress target, Action<string>? begun = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(backup);
        ArgumentNullException.ThrowIfNull(target);
        using var content = await BackupContent.OpenAsync(backup, cipher, cancellation);
        await OrphanedContainers.RemoveAsync(tools.Engine, Labels.For(Purposes.Database), cancellation);
        var name = NameFor(target.Database, Restored);
        begun?.Invoke(name);
        await ServerAsync(target, $"CREATE DATABASE {PsqlOutput.Name(name)} TEMPLATE template0 ENCODING 'UTF8';", cancellation);
        try
        {
            var restored = target with { Database = name };
            await tools.RestoreAsync(restored, content.WriteAsync, cancellation);
            BackupVerifying.Compare(backup, await tools.QueryAsync(restored, BackupVerifying.Script + "ANALYZE;", cancellation));
            return name;
        }
        catch (Exception cause)
        {
            try
            {
                await DropAsync(target, name, CancellationToken.None);
            }
            catch (DeploymentException e) when (cause is DeploymentException)
            {
                throw new DeploymentException($"{cause.Message} And {name} could not be removed again: {e.Message}", inner: cause);
            }

            throw;
        }
    }

    /// <summary>Gives a restored database the name of the one that is there, which is kept under another. Both or neither: it is one transaction.</summary>
    /// <param name="target">The one that is there.</param>
    /// <param name="restored">Takes its place.</param>
    /// <param name="begun">Hears the name under which the old one will be kept: where the server's answer is lost, only that name tells whether the two were exchanged.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The name under which the old one is kept.</returns>
    public async Task<string> SwapAsync(DatabaseAddress target, string restored, Action<string>? begun = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var kept = NameFor(target.Database, "before");
        begun?.Invoke(kept);
        await ExchangeAsync(target, restored, kept, cancellation);
        return kept;
    }

    /// <summary>The way back: the old database gets its name again, and the restored one is removed.</summary>
    public async Task SwapBackAsync(DatabaseAddress target, string kept, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var discarded = NameFor(target.Database, Discarded);
        await ExchangeAsync(target, kept, discarded, cancellation);
        await DropAsync(target, discarded, cancellation);
    }

    /// <summary>Databases that a restore of this one made and that never took its place. Not those that are kept from before one.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedAsync(DatabaseAddress target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return [.. (await NamesAsync(target, cancellation)).Where(name => new[] { Restored, Discarded }.Any(what => IsNamed(name, target.Database, what)))];
    }

    /// <summary>Whether the server has a database of that name.</summary>
    public async Task<bool> ExistsAsync(DatabaseAddress target, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return (await NamesAsync(target, cancellation)).Contains(name);
    }

    /// <summary>Removes a database that a restore made. Where the server is still making it, for a client that is gone, it is stopped first: else it would be there a moment later.</summary>
    public Task DropAsync(DatabaseAddress target, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return name == target.Database
            ? throw new ArgumentException($"{name} is the database that is served.", nameof(name))
            : ServerAsync(
                target,
                $"""
                SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'active' AND position({PsqlOutput.Literal(name)} IN query) > 0;
                DROP DATABASE IF EXISTS {PsqlOutput.Name(name)} WITH (FORCE);

                """,
                cancellation);
    }

    private Task ExchangeAsync(DatabaseAddress target, string comes, string leavesAs, CancellationToken cancellation) => ServerAsync(
        target,
        $"""
        BEGIN;
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ({PsqlOutput.Literal(target.Database)}, {PsqlOutput.Literal(comes)}) AND pid <> pg_backend_pid();
        ALTER DATABASE {PsqlOutput.Name(target.Database)} RENAME TO {PsqlOutput.Name(leavesAs)};
        ALTER DATABASE {PsqlOutput.Name(comes)} RENAME TO {PsqlOutput.Name(target.Database)};
        COMMIT;

        """,
        cancellation);

    private async Task<IEnumerable<string>> NamesAsync(DatabaseAddress target, CancellationToken cancellation) =>
        (await tools.QueryAsync(target with { Database = Maintenance }, "SELECT datname FROM pg_database ORDER BY datname;", cancellation)).Select(row => row[0]);

    private Task ServerAsync(DatabaseAddress target, string script, CancellationToken cancellation) =>
        tools.QueryAsync(target with { Database = Maintenance }, script, cancellation);

    private string NameFor(string database, string what) => Named(database, what, time.GetUtcNow().UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture));

    private static string Named(string database, string what, string moment)
    {
        var suffix = $"_{what}_{moment}";
        return database[..Math.Min(database.Length, LongestName - suffix.Length)] + suffix;
    }

    private static bool IsNamed(string name, string database, string what) =>
        name.Length > Moment.Length && name[^Moment.Length..] is var moment && moment.All(char.IsAsciiDigit) && name == Named(database, what, moment);
}
