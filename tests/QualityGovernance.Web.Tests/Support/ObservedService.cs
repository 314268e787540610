using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>The service on PostgreSQL with its statements observed. A class fixture.</summary>
public sealed class ObservedService : IAsyncLifetime
{
    public ObservedService() => Service = new()
    {
        Replacing = services => services.ConfigureDbContext<PostgreSqlQgpDbContext>(options => options.AddInterceptors([Statements, Commits])),
    };

    public ServiceUnderTest<OnPostgreSql> Service { get; }

    public Statements Statements { get; } = new();

    public Commits Commits { get; } = new();

    public Task InitializeAsync() => Service.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)Service).DisposeAsync();
}
