using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Sqlite;

/// <summary>The same as for PostgreSQL.</summary>
[DbContext(typeof(SqliteQgpDbContext))]
[Migration("29991231000000_AddReleaseNotes")]
public sealed class SqliteAddReleaseNotes : SchemaMigration
{
    public override string? Parent => SchemaHead.Of(ProductModel.Assembly).Revision;

    public override string CompatibleFrom => Parent!;

    protected override void Apply(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable("release_notes", table => new { id = table.Column<int>(), note = table.Column<string>() }, constraints: table => table.PrimaryKey("pk_release_notes", row => row.id));
        migrationBuilder.Sql("INSERT INTO release_notes (id, note) VALUES (1, 'written by a migration');");
    }

    protected override void Revert(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.DropTable("release_notes");
    }
}
