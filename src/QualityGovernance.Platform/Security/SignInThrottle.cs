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
    // How many failures there may be before one has to wait.
    internal const int OfAccountAtAddress = 5;
    internal const int OfAccount = 50;
    internal const int OfAddress = 100;

    private const int FirstWait = 30; // seconds; doubles with every further failure
    private const int Doublings = 4; // of the first wait; one more would be beyond the longest
    private const int LongestWait = 900; // seconds
    private const int Quiet = 900; // seconds after which earlier failures are forgotten
    private const int Kept = 86_400; // seconds a row is kept

    private const string Limit = "CASE key WHEN {0} THEN {8} WHEN {1} THEN {9} ELSE {10} END";

    // Both engines know this form. The rows of the three keys are locked first, always in this order; then each is counted whose key is not blocked, nor one before it.
    private const string Count =
        $$"""
        INSERT INTO sign_in_attempts (key, failures, last_at, blocked_until) VALUES ({0}, 0, {3}, 0), ({1}, 0, {3}, 0), ({2}, 0, {3}, 0)
        ON CONFLICT (key) DO UPDATE SET last_at = sign_in_attempts.last_at;
        UPDATE sign_in_attempts SET
            failures = CASE WHEN last_at < {3} - {4} THEN 1 ELSE failures + 1 END,
            last_at = {3},
            blocked_until = CASE
                WHEN last_at < {3} - {4} OR failures + 1 < {{Limit}} THEN 0
                WHEN failures + 1 - {{Limit}} > {7} THEN {3} + {6}
                ELSE {3} + {5} * (1 << (failures + 1 - {{Limit}})) END
        WHERE key IN ({0}, {1}, {2}) AND blocked_until <= {3}
            AND NOT EXISTS (
                SELECT 1 FROM sign_in_attempts AS earlier
                WHERE earlier.blocked_until > {3}
                    AND ((earlier.key = {0} AND sign_in_attempts.key <> {0}) OR (earlier.key = {1} AND sign_in_attempts.key = {2})))
        RETURNING key AS "Value"
        """;

    private const string TakeBack =
        """
        DELETE FROM sign_in_attempts WHERE key = {0} OR key = {1} OR last_at < {3};
        UPDATE sign_in_attempts SET failures = failures - 1 WHERE key = {2} AND failures > 0 RETURNING key AS "Value"
        """;

    /// <summary>Null when the attempt may go on; else how long to wait.</summary>
    public async Task<TimeSpan?> TryAsync(string account, string address, CancellationToken cancellation)
    {
        var trip = new RoundTrip(db);
        var attempt = Ask(trip, account, address);
        await trip.SendAsync(cancellation);
        return await attempt(cancellation);
    }

    /// <summary>The same together with other questions, which are answered whether the attempt may go on or not.</summary>
    public Func<CancellationToken, Task<TimeSpan?>> Ask(RoundTrip trip, string account, string address)
    {
        ArgumentNullException.ThrowIfNull(trip);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var keys = Keys(account, address);
        var counted = trip.Ask(db.Database.SqlQueryRaw<string>(Count, keys[0], keys[1], keys[2], now, Quiet, FirstWait, LongestWait, Doublings, OfAccountAtAddress, OfAccount, OfAddress));
        return async cancellation =>
        {
            if (keys.Except(counted.All).FirstOrDefault() is not { } blocked) return null;
            var until = await db.Set<SignInAttempt>().Where(row => row.Key == blocked).Select(row => row.BlockedUntil).SingleOrDefaultAsync(cancellation);
            return TimeSpan.FromSeconds(Math.Max(1, until - now));
        };
    }

    /// <summary>The password was right: the account starts afresh, and the address gets this attempt back.</summary>
    public void AskSucceeded(RoundTrip trip, string account, string address)
    {
        ArgumentNullException.ThrowIfNull(trip);
        var keys = Keys(account, address);
        trip.Ask(db.Database.SqlQueryRaw<string>(TakeBack, keys[0], keys[1], keys[2], time.GetUtcNow().ToUnixTimeSeconds() - Kept));
    }

    /// <summary>The account at the address, the account, the address.</summary>
    private static string[] Keys(string account, string address) => [Hash($"{account}@{address}"), Hash(account), Hash(address)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
