using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.PostgreSql;

/// <summary>Written after the last migration that the service knows. Adds a table with a row in it, which going back would lose; fails in an image that says so.</summary>
[DbContext(typeof(PostgreSqlQgpDbContext))]
[Migration("29991231000000_AddReleaseNotes")]
public sealed class AddReleaseNotes : SchemaMigration
{
    public override string? Parent => SchemaHead.Of(ProductModel.Assembly).Revision;

    public override string CompatibleFrom => Parent!;

    protected override void Apply(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable("release_notes", table => new { id = table.Column<int>(), note = table.Column<string>() }, constraints: table => table.PrimaryKey("pk_release_notes", row => row.id));
        migrationBuilder.Sql("INSERT INTO release_notes (id, note) VALUES (1, 'written by a migration');");
        if (Environment.GetEnvironmentVariable("MIGRATION_FAULT") == "yes")
            migrationBuilder.Sql("SELECT 1/0;");
    }

    protected override void Revert(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.DropTable("release_notes");
    }
}
