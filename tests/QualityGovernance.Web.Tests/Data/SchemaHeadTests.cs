using QualityGovernance.Migrations.History;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Web.Tests.Data;

public sealed class SchemaHeadTests
{
    [Fact]
    public void The_service_knows_the_last_migration_without_containing_it() =>
        SchemaHead.Of(typeof(Program).Assembly).Revision.ShouldBe(MigrationFacts.Head);

    [Fact]
    public void An_assembly_that_was_built_without_migrations_is_refused() =>
        Should.Throw<InvalidOperationException>(() => SchemaHead.Of(typeof(SchemaHead).Assembly)).Message.ShouldContain("without its migrations");

    [Theory]
    [InlineData("2", "2", true)]
    [InlineData("2", "1", true)]
    [InlineData("1", "1", false)]
    [InlineData("3", "1", true)]
    [InlineData("3", "2", true)]
    [InlineData("3", "3", false)]
    [InlineData("2", "3", false)] // a migration that takes something away is half applied
    public void A_release_serves_on_its_own_schema_and_on_newer_ones_that_say_so(string applied, string compatibleFrom, bool supported) =>
        new SchemaHead("2").Supports(applied, compatibleFrom).ShouldBe(supported);
}
