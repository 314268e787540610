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
    /// <returns>The name of the new database.</returns>
    /// <exception cref="DeploymentException">It is not equal, or could not be restored; the new database is removed again.</exception>
    public async Task<string> RestoreBesideAsync(BackupFile backup, DatabaseAddress target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(backup);
        ArgumentNullException.ThrowIfNull(target);
        using var content = await BackupContent.OpenAsync(backup, cipher, cancellation);
        await OrphanedContainers.RemoveAsync(tools.Engine, Labels.For(Purposes.Database), cancellation);
        var name = NameFor(target.Database, Restored);
        await ServerAsync(target, $"CREATE DATABASE {PsqlOutput.Name(name)} TEMPLATE template0 ENCODING 'UTF8';", cancellation);
        try
        {
            var restored = target with { Database = name };
            await tools.RestoreAsync(restored, content.WriteAsync, cancellation);
            var rows = await tools.QueryAsync(restored, SchemaRevision.Script + TableContent.Script + "ANALYZE;", cancellation);
            BackupVerifying.Compare(backup, SchemaRevision.Read(rows), TableContent.Read(rows));
            return name;
        }
        catch
        {
            await DropAsync(target, name, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Gives a restored database the name of the one that is there, which is kept under another. Both or neither: it is one transaction.</summary>
    /// <returns>The name under which the old one is kept.</returns>
    public async Task<string> SwapAsync(DatabaseAddress target, string restored, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var kept = NameFor(target.Database, "before");
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
        var rows = await tools.QueryAsync(target with { Database = Maintenance }, "SELECT datname FROM pg_database ORDER BY datname;", cancellation);
        return [.. rows.Select(row => row[0]).Where(name => new[] { Restored, Discarded }.Any(what => IsNamed(name, target.Database, what)))];
    }

    /// <summary>Removes a database that a restore made.</summary>
    public Task DropAsync(DatabaseAddress target, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return name == target.Database
            ? throw new ArgumentException($"{name} is the database that is served.", nameof(name))
            : ServerAsync(target, $"DROP DATABASE IF EXISTS {PsqlOutput.Name(name)} WITH (FORCE);", cancellation);
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
