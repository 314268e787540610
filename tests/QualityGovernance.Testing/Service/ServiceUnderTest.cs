using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Web.Features.Identity.Roles;
using QualityGovernance.Web.Features.Identity.Users;
using Xunit;

namespace QualityGovernance.Testing.Service;

/// <summary>The service with a database of its own, called over HTTP. A class fixture: one per test class.</summary>
public sealed class ServiceUnderTest<TDatabase> : WebApplicationFactory<Program>, IServiceUnderTest, IAsyncLifetime
    where TDatabase : ITestDatabase
{
    private int _users;

    public AdjustableTime Time { get; } = new();

    public string DatabaseUrl { get; private set; } = "";

    /// <summary>A superuser's.</summary>
    public HttpClient Admin { get; private set; } = null!;

    public int AdminId { get; private set; }

    public HttpClient Anonymous { get; private set; } = null!;

    public StatementLimit Statements { get; } = new();

    /// <summary>Services to replace before the host starts.</summary>
    public Action<IServiceCollection>? Replacing { get; init; }

    public async Task InitializeAsync()
    {
        DatabaseUrl = await TDatabase.MigratedAsync();
        Anonymous = CreateClient();
        AdminId = await AddUserAsync(superuser: true);
        Admin = ClientOf(AdminId);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        var database = Services.GetRequiredService<QgpSettings>().Database;
        await DisposeAsync();
        // The server is shared by all test classes: a class that is done keeps no sessions open.
        if (database.Provider != DatabaseProvider.PostgreSql) return;
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>Stays logged in, however far <see cref="Time"/> is moved.</summary>
    public HttpClient ClientOf(int userId)
    {
        var tokens = Services.GetRequiredService<Tokens>();
        var client = CreateDefaultClient(new StaysSignedIn(tokens, userId, Time));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue(userId, TokenKind.Access).Value);
        return client;
    }

    /// <summary>With this token, until it ends.</summary>
    public HttpClient ClientWith(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task<HttpClient> ClientWithPermissionsAsync(params string[] permissions) => ClientOf(await AddUserAsync(permissions: permissions));

    public async Task<int> AddUserAsync(string? passwordHash = null, string? email = null, bool superuser = false, params string[] permissions)
    {
        var number = Interlocked.Increment(ref _users);
        return await InDatabaseAsync(async db =>
        {
            var user = new User
            {
                Email = email ?? $"user{number}@example.org",
                FirstName = "Test",
                LastName = $"User {number}",
                PasswordHash = passwordHash ?? "no password",
                IsSuperuser = superuser,
            };
            if (permissions.Length > 0)
            {
                var role = new Role { Name = $"role of user {number}" };
                role.Grant(permissions);
                db.Add(role);
                await db.SaveChangesAsync();
                user.Roles.Add(new UserRole { RoleId = role.Id });
            }

            db.Add(user);
            await db.SaveChangesAsync();
            return user.Id;
        });
    }

    /// <summary>Looks into the database, or prepares something in it, beside the service.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<QgpDbContext, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QgpDbContext>();
        db.LeaseTo(new ChangeOrigin(null, "test"), Time);
        return await work(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("APP_ENV", "testing");
        builder.UseSetting("DATABASE_URL", DatabaseUrl);
        builder.UseSetting("LOG_LEVEL", "ERROR");
        builder.UseSetting("RATE_LIMIT_PER_MINUTE", "0"); // one user of a test asks for more than a user does
        foreach (var (name, secret) in Migrated.Secrets) builder.UseSetting(name, secret);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton(new LoginTiming { RefusedAfter = TimeSpan.Zero }); // many tests log in wrongly
            services.AddSingleton<IStartupFilter>(Statements);
            services.ConfigureDbContext<PostgreSqlQgpDbContext>(options => options.AddInterceptors(Statements)); // the embedded database is no trip away
            Replacing?.Invoke(services);
        });
    }
}
