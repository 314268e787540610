using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Migrations.History;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Tests.History;

public sealed class MigrationFactsTests
{
    [Fact]
    public void Facts_are_read_from_compiled_migrations()
    {
        var fact = Of("20270101000000_Planted");
        fact.Provider.ShouldBe("Sqlite");
        fact.NotOneTransaction.ShouldBeNull();
        fact.Undeclared.ShouldBeEmpty();
        fact.Parent.ShouldBe("20260101000000_Before");
        fact.TakesAway.ShouldBe(["drops column policies.title", "renames column policies.description", "drops table incidents"]);
    }

    [Fact]
    public void What_leaves_the_transaction_is_found_where_it_is_not_declared()
    {
        Of("20270101000001_Leaving").Undeclared.ShouldBe(["CREATE INDEX CONCURRENTLY ix_policies_title", "VACUUM policies;"]);
        var stepwise = Of("20270101000002_Steps");
        stepwise.NotOneTransaction.ShouldBe("The table is large.");
        stepwise.Undeclared.ShouldBe(["VACUUM policies;"]);
    }

    private static MigrationFact Of(string id) => MigrationFacts.Of(typeof(MigrationFactsTests).Assembly).Single(fact => fact.Id == id);

    [DbContext(typeof(PostgreSqlQgpDbContext))]
    [Migration("20270101000001_Leaving")]
    private sealed class Leaving : SchemaMigration
    {
        public override string? Parent => null;

        public override string CompatibleFrom => Id;

        protected override void Apply(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateIndex("ix_policies_title", "policies", "title").Annotation("Npgsql:CreatedConcurrently", true);

        protected override void Revert(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("VACUUM policies;", suppressTransaction: true);
    }

    [DbContext(typeof(PostgreSqlQgpDbContext))]
    [Migration("20270101000002_Steps")]
    private sealed class Steps : StepwiseMigration
    {
        public override string Parent => "20270101000001_Leaving";

        public override string CompatibleFrom => Id;

        public override string NotOneTransaction => "The table is large.";

        protected override void Describe(SchemaSteps steps) => steps
            .InOneTransaction("a step that is none", forward => forward.Sql("VACUUM policies;", suppressTransaction: true), back => back.DropColumn("colour", "policies"))
            .IndexConcurrently("ix_policies_title", "policies", ["title"]);
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
