using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.DesignTime;

/// <summary>The model on SQLite, for the migrations tool; no database is needed.</summary>
public sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqliteQgpDbContext>
{
    private static readonly DatabaseSettings Nowhere = new(DatabaseProvider.Sqlite, "Data Source=none.db;Mode=ReadOnly", null, "none.db");

    public SqliteQgpDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteQgpDbContext>();
        options.UseQgpDatabase(Nowhere, ProductModel.Assembly);
        return new(options.Options);
    }
}
