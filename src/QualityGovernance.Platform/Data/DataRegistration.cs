using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Platform.Data;

/// <summary>Registers the data context and the schema probe.</summary>
public static class DataRegistration
{
    /// <summary>Where both sets of migrations live.</summary>
    public const string MigrationsAssembly = "QualityGovernance.Migrations";

    /// <param name="services">The service's.</param>
    /// <param name="settings">Says which database.</param>
    /// <param name="model">Holds the entity configurations, and the head of the schema they were built with.</param>
    public static IServiceCollection AddQgpData(this IServiceCollection services, QgpSettings settings, Assembly model)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped<IChangeOrigin, RequestOrigin>();
        services.AddSingleton(SchemaHead.Of(model));
        services.AddSingleton(_ => new SchemaConnections(settings.Database));
        services.AddSingleton<ISchemaProbe, SchemaProbe>();
        services.AddSingleton<Resources>();
        services.AddIdempotency();
        services.AddTrailSealing(settings.Database);
        return settings.Database.Provider == DatabaseProvider.PostgreSql
            ? services.AddLeased<PostgreSqlQgpDbContext>(settings, model)
            : services.AddLeased<SqliteQgpDbContext>(settings, model);
    }

    /// <summary>The options of a context: for the service, for migrations and for tests alike.</summary>
    public static DbContextOptionsBuilder UseQgpDatabase(this DbContextOptionsBuilder options, DatabaseSettings database, Assembly model)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(database);
        if (database.Provider == DatabaseProvider.PostgreSql)
            options.UseNpgsql(database.ConnectionString, provider => provider.MigrationsAssembly(MigrationsAssembly));
        else
            options.UseSqlite(database.ConnectionString, provider => provider.MigrationsAssembly(MigrationsAssembly));
        // Deleted users and roles hide their assignments and tokens too, as they should.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        options.AddInterceptors(ArrivedAnswers.Instance);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ModelAssembly(model));
        return options;
    }

    private static IServiceCollection AddLeased<TContext>(this IServiceCollection services, QgpSettings settings, Assembly model)
        where TContext : QgpDbContext
    {
        services.AddPooledDbContextFactory<TContext>(options =>
        {
            options.UseQgpDatabase(ForService(settings.Database), model);
            // The statements themselves are the debugging aid; their values may be secrets and are never logged.
            options.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, settings.DatabaseEcho
                ? Microsoft.Extensions.Logging.LogLevel.Information
                : Microsoft.Extensions.Logging.LogLevel.Debug)));
        });
        services.AddScoped<QgpDbContext>(scope =>
        {
            var context = scope.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            context.LeaseTo(scope.GetRequiredService<IChangeOrigin>(), scope.GetRequiredService<TimeProvider>());
            return context;
        });
        return services;
    }

    /// <summary>The service never creates a database: a missing SQLite file is an error here, not a new file.</summary>
    private static DatabaseSettings ForService(DatabaseSettings database) => database.Provider == DatabaseProvider.PostgreSql
        ? database
        : database with { ConnectionString = new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString() };
}
