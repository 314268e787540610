using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Migrations.History;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Tests.History;

public sealed class MigrationFactsTests
{
    [Fact]
    public void Facts_are_read_from_compiled_migrations()
    {
        var fact = MigrationFacts.Of(typeof(Planted).Assembly).ShouldHaveSingleItem();
        fact.Provider.ShouldBe("Sqlite");
        fact.Id.ShouldBe("20270101000000_Planted");
        fact.Parent.ShouldBe("20260101000000_Before");
        fact.TakesAway.ShouldBe(["drops column policies.title", "renames column policies.description", "drops table incidents"]);
    }

    [DbContext(typeof(SqliteQgpDbContext))]
    [Migration("20270101000000_Planted")]
    private sealed class Planted : SchemaMigration
    {
        public override string Parent => "20260101000000_Before";

        public override string CompatibleFrom => Id;

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn("title", "policies");
            migrationBuilder.RenameColumn("description", "policies", "text");
            migrationBuilder.AddColumn<string>("colour", "policies", nullable: true);
            migrationBuilder.DropTable("incidents");
        }

        protected override void Revert(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("colour", "policies");
    }
}
