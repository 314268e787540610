using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Migrations.DesignTime;
using QualityGovernance.Migrations.History;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Tests.DesignTime;

public sealed class ScaffoldingTests
{
    [Fact]
    public void Both_providers_get_a_migration_of_the_same_id_that_names_its_parent()
    {
        using var postgres = new PostgreSqlDesignFactory().CreateDbContext([]);
        using var sqlite = new SqliteDesignFactory().CreateDbContext([]);

        var (one, other) = (Scaffold(postgres), Scaffold(sqlite));

        one.MigrationId.ShouldBe("20991231235959_AddColour");
        other.MigrationId.ShouldBe(one.MigrationId);
        foreach (var code in new[] { one.MigrationCode, other.MigrationCode })
        {
            code.ShouldContain("class AddColour : SchemaMigration");
            code.ShouldContain($"public override string Parent => \"{MigrationFacts.Head}\";");
            code.ShouldContain($"public override string CompatibleFrom => \"{MigrationFacts.Head}\";");
            code.ShouldContain("protected override void Apply(MigrationBuilder");
            code.ShouldContain("protected override void Revert(MigrationBuilder");
        }
    }

    private static ScaffoldedMigration Scaffold(QgpDbContext context)
    {
        // What the migrations tool does: its own services, the context's, the provider's, then the project's.
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        var provider = Assembly.Load(context.GetService<IDatabaseProvider>().Name);
        var ofProvider = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        ((IDesignTimeServices)Activator.CreateInstance(provider.GetType(ofProvider, throwOnError: true)!)!).ConfigureDesignTimeServices(services);
        new DesignTimeServices().ConfigureDesignTimeServices(services);
        using var all = services.BuildServiceProvider();
        return FixedTime.Run("20991231235959", () => all.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration("AddColour", "QualityGovernance.Migrations", null, null));
    }
}
