using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Writes the place in a list as a text that means nothing to callers, and reads it back only if it was written here for the same list in the same
/// order: what comes back goes into a query.
/// </summary>
internal sealed class CursorSeal(QgpSettings settings)
{
    public const int LongestText = 4_000;

    private const string Purpose = "cursor";
    private const int SealLength = 16; // of the hash

    private readonly byte[] _derived = DerivedKeys.For(Purpose, settings);

    /// <summary>How the database orders what has no value; it stands in no cursor, since a service has one database.</summary>
    public bool NullsAreLargest { get; } = settings.Database.Provider == DatabaseProvider.PostgreSql;

    /// <param name="list">The address of the list and its order.</param>
    /// <param name="cursor">The place.</param>
    public string Write(string list, Cursor cursor)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(cursor);
        return Base64Url.EncodeToString([.. Seal(list, content), .. content]);
    }

    /// <summary>Null for a text that was not written by <see cref="Write"/> for this list.</summary>
    public Cursor? Read(string list, string text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= SealLength) return null;
        var content = bytes[SealLength..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SealLength), Seal(list, content)) ? JsonSerializer.Deserialize<Cursor>(content) : null;
    }

    private byte[] Seal(string list, byte[] content) => HMACSHA256.HashData(_derived, (byte[])[.. Encoding.UTF8.GetBytes(list), 0, .. content])[..SealLength];
}
