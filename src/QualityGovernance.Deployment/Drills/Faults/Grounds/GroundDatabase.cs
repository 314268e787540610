using QualityGovernance.Deployment.Databases;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>The database of an environment on a server of the drill, which can be made again as it was at a certain moment.</summary>
internal sealed class GroundDatabase(DatabaseTools tools, DatabaseAddress address)
{
    private string Served => PsqlOutput.Name(address.Database);

    /// <summary>Remembers it as it is now. Sessions of the application end, and it opens new ones.</summary>
    public Task KeepAsync(string name, CancellationToken cancellation) => ServerAsync(
        $"""
        ALTER DATABASE {Served} ALLOW_CONNECTIONS false;
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {PsqlOutput.Literal(address.Database)};
        CREATE DATABASE {PsqlOutput.Name(name)} TEMPLATE {Served};
        ALTER DATABASE {Served} ALLOW_CONNECTIONS true;

        """,
        cancellation);

    /// <summary>As it was when that name was given, and no other database that restores have made.</summary>
    public Task BringBackAsync(string name, CancellationToken cancellation) => ServerAsync(
        $"""
        SELECT format('DROP DATABASE %I WITH (FORCE);', datname) FROM pg_database WHERE starts_with(datname, {PsqlOutput.Literal(address.Database)}) \gexec
        CREATE DATABASE {Served} TEMPLATE {PsqlOutput.Name(name)};

        """,
        cancellation);

    /// <summary>What a restore makes and removes again, or gives another name.</summary>
    public async Task<IReadOnlyList<string>> HalfRestoredAsync(CancellationToken cancellation) =>
        [.. (await ServerAsync("SELECT datname FROM pg_database WHERE datname ~ '_(restored|discarded)_';", cancellation)).Select(row => $"database {row[0]}")];

    private Task<IReadOnlyList<string[]>> ServerAsync(string script, CancellationToken cancellation) => tools.QueryAsync(address with { Database = "postgres" }, script, cancellation);
}
