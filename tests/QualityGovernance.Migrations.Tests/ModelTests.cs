using Microsoft.EntityFrameworkCore;
using QualityGovernance.Migrations.DesignTime;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Tests;

public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["PostgreSql", "Sqlite"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_model_is_what_the_migrations_make(string provider)
    {
        using var context = Context(provider);
        context.Database.HasPendingModelChanges().ShouldBeFalse("The model changed without a migration. Run ./build.sh AddMigration --name X.");
    }

    [Fact]
    public void A_model_that_shipped_without_its_migration_is_found()
    {
        var options = new DbContextOptionsBuilder<SqliteQgpDbContext>();
        options.UseQgpDatabase(new(DatabaseProvider.Sqlite, "Data Source=none.db", null, "none.db"), typeof(QgpDbContext).Assembly); // without the features
        using var context = new SqliteQgpDbContext(options.Options);
        context.Database.HasPendingModelChanges().ShouldBeTrue();
    }

    [Fact]
    public void Every_name_in_the_database_is_snake_case()
    {
        using var context = Context("PostgreSql");
        var names = context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => property.GetColumnName()).Append(entity.GetTableName()!));
        names.ShouldAllBe(name => name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_'));
    }

    [Fact]
    public void Both_providers_have_the_same_tables_and_columns()
    {
        using var one = Context("PostgreSql");
        using var other = Context("Sqlite");
        Columns(one).ShouldBe(Columns(other));
    }

    private static List<string> Columns(QgpDbContext context) =>
        [.. context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}")).Order(StringComparer.Ordinal)];

    private static QgpDbContext Context(string provider) =>
        provider == "Sqlite" ? new SqliteDesignFactory().CreateDbContext([]) : new PostgreSqlDesignFactory().CreateDbContext([]);
}
