using System.Globalization;

namespace QualityGovernance.Deployment.Databases;

/// <summary>
/// How far the chain over the audit trail goes, and the hash it ends with. Kept with a backup, outside the database, it is an anchor: of an export from later, the verifier
/// can tell whether this seal is still among them, and so whether the end of the trail was cut off.
/// </summary>
/// <param name="Sequence">Of the last seal; 0 as long as nothing is sealed.</param>
/// <param name="Hash">Of the same.</param>
/// <param name="Missing">Places of the chain up to there whose seal or entry is not in its table: removed by somebody who may do so, the owner of the database.</param>
public sealed record AuditTrailEnd(long Sequence, string Hash, long Missing)
{
    /// <summary>Says nothing for a schema from before there was a chain.</summary>
    internal const string Script =
        """
        SELECT $query$SELECT 'chain', coalesce(max(s.sequence), 0), coalesce((SELECT hash FROM public.audit_seals ORDER BY sequence DESC LIMIT 1), repeat('0', 64)), coalesce(max(s.sequence), 0) - count(e.entry_key)
            FROM public.audit_seals AS s LEFT JOIN public.audit_entries AS e ON e.entry_key = s.entry_key$query$
          WHERE to_regclass('public.audit_seals') IS NOT NULL \gexec

        """;

    /// <summary>Out of what <see cref="Script"/> printed, among other lines; null where there is no chain.</summary>
    internal static AuditTrailEnd? Read(IEnumerable<string[]> rows) =>
        rows.FirstOrDefault(row => row is ["chain", _, _, _]) is { } chain ? new(Number(chain[1]), chain[2], Number(chain[3])) : null;

    /// <summary>Sentences about what is not as it was; none for a backup that says nothing about the trail.</summary>
    internal static IEnumerable<string> Differences(AuditTrailEnd? expected, AuditTrailEnd? found)
    {
        if (expected is null)
            yield break;
        if (found is null)
            yield return "the chain of the audit trail is missing";
        else if ((found.Sequence, found.Hash) != (expected.Sequence, expected.Hash))
            yield return $"the audit trail ends with seal {found.Sequence} ({found.Hash}) instead of {expected.Sequence} ({expected.Hash})";
        if (found is not null && found.Missing != expected.Missing)
            yield return $"{found.Missing} places of the audit trail are empty instead of {expected.Missing}";
    }

    public override string ToString() => $"audit trail up to seal {Sequence}, {Hash}{(Missing > 0 ? $", and {Missing} places of it are empty" : "")}";

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
