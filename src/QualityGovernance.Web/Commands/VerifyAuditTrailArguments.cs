using QualityGovernance.Platform.Auditing.Chain;

namespace QualityGovernance.Web.Commands;

/// <summary>What stands behind <c>verify-audit-trail</c>.</summary>
internal sealed record VerifyAuditTrailArguments(string Path, TrailAnchors Anchors, string? Problem)
{
    private const string Usage = "Usage: verify-audit-trail <file> [--head <hash>] [--after <hash>]";

    public static VerifyAuditTrailArguments Parse(ReadOnlySpan<string> args)
    {
        var (path, head, after) = ((string?)null, (string?)null, (string?)null);
        for (var index = 0; index < args.Length; index++)
        {
            var (name, value) = args[index].Split('=', 2) is [var left, var right] && left.StartsWith("--", StringComparison.Ordinal) ? (left, right) : (args[index], null);
            if (name is "--head" or "--after")
            {
                value ??= ++index < args.Length ? args[index] : "";
                if (!TrailAnchors.IsHash(value = value.ToLowerInvariant())) return Wrong($"{name} needs a hash of 64 hexadecimal digits.");
                if (name == "--head") head = value;
                else after = value;
            }
            else if (name.StartsWith("--", StringComparison.Ordinal) || path is not null)
            {
                return Wrong($"verify-audit-trail does not take '{args[index]}'.");
            }
            else
            {
                path = name;
            }
        }

        return path is null ? Wrong("verify-audit-trail needs the file that was exported.") : new(path, new(head, after), null);

        static VerifyAuditTrailArguments Wrong(string problem) => new("", new(), $"{problem} {Usage}");
    }
}
