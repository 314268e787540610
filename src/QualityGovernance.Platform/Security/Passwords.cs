using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace QualityGovernance.Platform.Security;

/// <summary>Hashes passwords with the framework's PBKDF2 hasher, and verifies the bcrypt hashes that the replaced service wrote.</summary>
public sealed partial class Passwords
{
    // PBKDF2 with HMAC-SHA512, as OWASP recommends; about 0.1 s of one core.
    private const int Iterations = 210_000;

    private static readonly object NoUser = new();
    private readonly IPasswordHasher<object> _hasher;
    private readonly Lazy<string> _nobody;

    public Passwords()
        : this(new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations })))
    {
    }

    public Passwords(IPasswordHasher<object> hasher)
    {
        _hasher = hasher;
        _nobody = new(() => Hash(Guid.CreateVersion7().ToString()));
    }

    public string Hash(string password) => _hasher.HashPassword(NoUser, password);

    /// <param name="hash">Null when there is no such account: the same work is done all the same, so that time tells nothing.</param>
    /// <param name="password">As given.</param>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        if (hash is null)
        {
            _hasher.VerifyHashedPassword(NoUser, _nobody.Value, password);
            return PasswordVerificationResult.Failed;
        }

        if (!BcryptHash().IsMatch(hash)) return _hasher.VerifyHashedPassword(NoUser, hash, password);
        return BCrypt.Net.BCrypt.Verify(password, hash) ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Failed;
    }

    /// <summary>The same question once more, after the account was held: free where the hash is the one that was verified, and as dear as before where it was changed or renewed meanwhile.</summary>
    /// <param name="verified">The hash that the password was right for.</param>
    /// <param name="now">The one that is stored now.</param>
    /// <param name="password">As given.</param>
    public bool IsStill(string verified, string now, string password) => now == verified || Verify(now, password) != PasswordVerificationResult.Failed;

    [GeneratedRegex(@"^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BcryptHash();
}
