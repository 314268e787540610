using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.DesignTime;

/// <summary>The model on PostgreSQL, for the migrations tool; no database is needed.</summary>
public sealed class PostgreSqlDesignFactory : IDesignTimeDbContextFactory<PostgreSqlQgpDbContext>
{
    private static readonly DatabaseSettings Nowhere = new(DatabaseProvider.PostgreSql, "Host=none;Database=none", "none", "none");

    public PostgreSqlQgpDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlQgpDbContext>();
        options.UseQgpDatabase(Nowhere, ProductModel.Assembly);
        return new(options.Options);
    }
}
