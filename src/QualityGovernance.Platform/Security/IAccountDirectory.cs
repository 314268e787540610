namespace QualityGovernance.Platform.Security;

/// <summary>Knows the accounts; asked on every request with a token, so that a disabled account is out at once.</summary>
public interface IAccountDirectory
{
    /// <summary>Null when there is no such account, or it is disabled or deleted.</summary>
    Task<CurrentUser?> FindActiveAsync(int userId, CancellationToken cancellation);
}
