using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Migrations.DesignTime;

/// <summary>Makes the migrations tool write migrations of this project's kind, with the same id for both providers.</summary>
public sealed class DesignTimeServices : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection)
    {
        serviceCollection.AddSingleton<IMigrationsIdGenerator, SharedIds>();
        serviceCollection.AddSingleton<IMigrationsCodeGenerator, SchemaMigrationGenerator>();
    }
}
