using QualityGovernance.Migrations.Commands;
using QualityGovernance.Migrations.History;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Migrations.Tests.Commands;

public sealed class CheckCommandTests
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private static IReadOnlyList<MigrationFact> Facts => MigrationFacts.Of(typeof(MigrationFacts).Assembly);

    private Terminal Terminal => new(TextReader.Null, _out, _error);

    [Fact]
    public void The_migrations_of_this_program_are_one_history_that_makes_the_model()
    {
        CheckCommand.Run(Terminal, Facts).ShouldBe(0, _error.ToString());

        _out.ToString().ShouldContain($"for PostgreSql and Sqlite, end in {MigrationFacts.Head} and make the model as it stands.");
    }

    [Fact]
    public void A_history_with_two_ends_is_found()
    {
        var first = Facts.First(fact => fact.Provider == "Sqlite");

        CheckCommand.Run(Terminal, [.. Facts, first with { Id = "20991231000000_Other" }]).ShouldBe(1);

        _error.ToString().ShouldNotBeEmpty();
        _out.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_model_that_changed_without_a_migration_is_found()
    {
        var options = new DbContextOptionsBuilder<SqliteQgpDbContext>();
        options.UseQgpDatabase(new(DatabaseProvider.Sqlite, "Data Source=none.db", null, "none.db"), typeof(QgpDbContext).Assembly); // without the features
        using var context = new SqliteQgpDbContext(options.Options);

        CheckCommand.Run(Terminal, Facts, ("Sqlite", context)).ShouldBe(1);

        _error.ToString().ShouldContain("Sqlite: the model changed without a migration. Run ./build.sh AddMigration");
    }
}
