using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace QualityGovernance.Platform.Data;

/// <summary>A value that must be unique is there already: another request was faster than the check before saving.</summary>
/// <param name="index">The name of the index on PostgreSQL, the columns on SQLite.</param>
/// <param name="inner">What the provider said.</param>
public sealed class UniqueViolationException(string index, Exception inner)
    : Exception($"A value that must be unique is taken ({index}).", inner)
{
    private const int SqliteUnique = 2067; // SQLITE_CONSTRAINT_UNIQUE
    private const int SqlitePrimaryKey = 1555; // SQLITE_CONSTRAINT_PRIMARYKEY

    /// <summary>Runs the save and says it in one way for both engines.</summary>
    internal static async Task<int> TranslateAsync(Func<Task<int>> save)
    {
        try
        {
            return await save();
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres)
        {
            throw new UniqueViolationException(postgres.ConstraintName ?? "unnamed", exception);
        }
        catch (DbUpdateException exception) when (exception.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } sqlite)
        {
            throw new UniqueViolationException(sqlite.Message, exception);
        }
    }
}
