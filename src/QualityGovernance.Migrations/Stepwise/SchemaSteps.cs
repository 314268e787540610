using Microsoft.EntityFrameworkCore.Migrations;

namespace QualityGovernance.Migrations.Stepwise;

/// <summary>The steps of a <see cref="StepwiseMigration"/>, in the order in which they are applied.</summary>
public sealed class SchemaSteps(string? provider)
{
    private readonly List<SchemaStep> _all = [];

    public IReadOnlyList<SchemaStep> All => _all;

    // SQLite has one writer and keeps every change of the schema in a transaction: nothing has to leave it there.
    private bool IsPostgreSql => provider?.Contains("Npgsql", StringComparison.Ordinal) == true;

    /// <summary>Everything that a transaction can hold.</summary>
    public SchemaSteps InOneTransaction(string what, Action<MigrationBuilder> forward, Action<MigrationBuilder> back)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(back);
        var (up, down) = (new MigrationBuilder(provider), new MigrationBuilder(provider));
        forward(up);
        back(down);
        _all.Add(new(what, up.Operations, down.Operations, OneTransaction: true, Index: null));
        return this;
    }

    /// <summary>
    /// Statements that cannot be in a transaction, such as a block that commits batches. Nobody knows how far an interrupted one came, so both have to do
    /// no harm when they are run again.
    /// </summary>
    public SchemaSteps Repeatable(string what, string forward, string back)
    {
        var (up, down) = (new MigrationBuilder(provider), new MigrationBuilder(provider));
        up.Sql(forward, suppressTransaction: IsPostgreSql);
        down.Sql(back, suppressTransaction: IsPostgreSql);
        _all.Add(new(what, up.Operations, down.Operations, OneTransaction: !IsPostgreSql, Index: null));
        return this;
    }

    /// <summary>An index that is built while requests go on writing (on PostgreSQL), and dropped the same way.</summary>
    public SchemaSteps IndexConcurrently(string name, string table, string[] columns, bool unique = false)
    {
        var (up, down) = (new MigrationBuilder(provider), new MigrationBuilder(provider));
        var created = up.CreateIndex(name, table, columns, unique: unique);
        if (IsPostgreSql)
        {
            created.Annotation("Npgsql:CreatedConcurrently", true);
            down.Sql($"DROP INDEX CONCURRENTLY IF EXISTS \"{name}\";", suppressTransaction: true);
        }
        else
        {
            down.DropIndex(name, table);
        }

        _all.Add(new($"the index {name} on {table}", up.Operations, down.Operations, OneTransaction: !IsPostgreSql, IsPostgreSql ? name : null));
        return this;
    }
}
