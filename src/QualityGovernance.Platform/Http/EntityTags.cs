using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Entity tags and the conditions that callers put on them (RFC 9110, 8.8.3 and 13.1). A tag is the hash of the bytes of the answer, so that it changes with
/// everything that the answer shows, records that are shown in it included, and that a reader of the record needs no column for it.
/// </summary>
internal static class EntityTags
{
    private const int Bytes = 16; // of the hash: two answers of one resource with the same tag are not to be met

    public static string Of(ReadOnlySpan<byte> body) => $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, Bytes))}\"";

    /// <summary>The tags of an If-Match or If-None-Match header; false when they are no such list.</summary>
    public static bool TryRead(StringValues header, [NotNullWhen(true)] out IList<EntityTagHeaderValue>? tags)
    {
        tags = EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var read) && (read.Count == 1 || !read.Contains(EntityTagHeaderValue.Any)) ? read : null;
        return tags is not null;
    }

    /// <summary>For If-Match, which protects a change: a weak tag never matches.</summary>
    public static bool MatchesStrongly(this IEnumerable<EntityTagHeaderValue> tags, string current) => Matches(tags, current, strongly: true);

    /// <summary>For If-None-Match, which spares the sending: proxies may have made the tag weak.</summary>
    public static bool MatchesWeakly(this IEnumerable<EntityTagHeaderValue> tags, string current) => Matches(tags, current, strongly: false);

    private static bool Matches(IEnumerable<EntityTagHeaderValue> tags, string current, bool strongly)
    {
        var own = new EntityTagHeaderValue(current);
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(own, useStrongComparison: strongly));
    }
}
