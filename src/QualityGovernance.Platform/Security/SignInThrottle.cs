using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Security;

/// <summary>
/// Slows guessing down. Every attempt is counted before its password is looked at, so that parallel guesses gain nothing, and success takes the count back.
/// The account at one address is slowed first: somebody elsewhere can't lock its owner out cheaply.
/// </summary>
public sealed class SignInThrottle(QgpDbContext db, TimeProvider time)
{
    private const int FirstWait = 30; // seconds; doubles with every further failure
    private const int LongestWait = 900; // seconds
    private const int Quiet = 900; // seconds after which earlier failures are forgotten
    private const int Kept = 86_400; // seconds a row is kept

    // Both engines know this form. No row comes back while the key is blocked, and such an attempt is not counted.
    private const string Count =
        """
        INSERT INTO sign_in_attempts (key, failures, last_at, blocked_until) VALUES ({0}, 1, {1}, 0)
        ON CONFLICT (key) DO UPDATE SET
            failures = CASE WHEN sign_in_attempts.last_at < {1} - {3} THEN 1 ELSE sign_in_attempts.failures + 1 END,
            last_at = {1},
            blocked_until = CASE
                WHEN sign_in_attempts.last_at < {1} - {3} OR sign_in_attempts.failures + 1 < {2} THEN 0
                WHEN sign_in_attempts.failures + 1 - {2} > 4 THEN {1} + {5}
                ELSE {1} + {4} * (1 << (sign_in_attempts.failures + 1 - {2})) END
        WHERE sign_in_attempts.blocked_until <= {1}
        RETURNING failures AS "Value"
        """;

    /// <summary>Null when the attempt may go on; else how long to wait.</summary>
    public async Task<TimeSpan?> TryAsync(string account, string address, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (key, limit) in Keys(account, address))
        {
            var counted = await db.Database.SqlQueryRaw<int>(Count, key, now, limit, Quiet, FirstWait, LongestWait).ToListAsync(cancellation);
            if (counted.Count > 0) continue;
            var until = await db.Set<SignInAttempt>().Where(attempt => attempt.Key == key).Select(attempt => attempt.BlockedUntil).SingleOrDefaultAsync(cancellation);
            return TimeSpan.FromSeconds(Math.Max(1, until - now));
        }

        return null;
    }

    /// <summary>The password was right: the account starts afresh, and the address gets this attempt back.</summary>
    public async Task SucceededAsync(string account, string address, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var (pair, ofAccount, ofAddress) = (Hash($"{account}@{address}"), Hash(account), Hash(address));
        await db.Set<SignInAttempt>().Where(attempt => attempt.Key == pair || attempt.Key == ofAccount || attempt.LastAt < now - Kept).ExecuteDeleteAsync(cancellation);
        await db.Set<SignInAttempt>().Where(attempt => attempt.Key == ofAddress && attempt.Failures > 0)
            .ExecuteUpdateAsync(row => row.SetProperty(attempt => attempt.Failures, attempt => attempt.Failures - 1), cancellation);
    }

    private static IEnumerable<(string Key, int Limit)> Keys(string account, string address) =>
        [(Hash($"{account}@{address}"), 5), (Hash(account), 50), (Hash(address), 100)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
