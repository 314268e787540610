using QualityGovernance.Platform.Data;

namespace QualityGovernance.Testing.Service;

/// <summary>The service, whatever database it runs on.</summary>
public interface IServiceUnderTest
{
    IServiceProvider Services { get; }

    AdjustableTime Time { get; }

    string DatabaseUrl { get; }

    /// <summary>A superuser's.</summary>
    HttpClient Admin { get; }

    int AdminId { get; }

    HttpClient Anonymous { get; }

    /// <summary>A client that carries an access token of the user.</summary>
    HttpClient ClientOf(int userId);

    HttpClient ClientWith(string token);

    Task<HttpClient> ClientWithPermissionsAsync(params string[] permissions);

    Task<int> AddUserAsync(string? passwordHash = null, string? email = null, bool superuser = false, params string[] permissions);

    Task<T> InDatabaseAsync<T>(Func<QgpDbContext, Task<T>> work);
}
