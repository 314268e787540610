using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace QualityGovernance.Platform.Http;

/// <summary>What a failure of the database means for the caller.</summary>
internal static class DatabaseFailure
{
    /// <summary>SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CANTOPEN.</summary>
    private static readonly int[] SqliteUnavailable = [5, 6, 14];

    /// <summary>
    /// Classes of SQLSTATE: connection exceptions, wrong credentials, no such database, insufficient resources, operator
    /// intervention. None is the caller's doing, and all pass once an operator has put the database right.
    /// </summary>
    private static readonly string[] PostgreSqlUnavailable = ["08", "28", "3D", "53", "57"];

    /// <summary>SQLSTATE class 22: a value cannot be stored as it is.</summary>
    public static bool IsUnstorable(DbException? failure) => Class(failure) == "22";

    public static bool IsUnavailable(DbException? failure) => failure switch
    {
        null => false,
        SqliteException sqlite => SqliteUnavailable.Contains(sqlite.SqliteErrorCode),
        _ => failure.IsTransient || PostgreSqlUnavailable.Contains(Class(failure)),
    };

    private static string? Class(DbException? failure) => failure?.SqlState is { Length: > 2 } state ? state[..2] : null;
}
