using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>Counts what requests write.</summary>
internal static class Rows
{
    /// <summary>
    /// Of every table but those that count failed logins, which wrong logins are meant to write, and seal the audit trail, which happens beside requests.
    /// </summary>
    public static Task<long> CountAsync(IServiceUnderTest service) => service.InDatabaseAsync(async db =>
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Where(table => table != "sign_in_attempts" && !table.Contains("seal", StringComparison.Ordinal)).Distinct();
        var sql = $"SELECT {string.Join(" + ", tables.Select(table => $"(SELECT count(*) FROM \"{table}\")"))} AS \"Value\"";
        return await db.Database.SqlQueryRaw<long>(sql).SingleAsync();
    });
}
