using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Idempotency;

/// <summary>What makes two requests the same one.</summary>
internal sealed class IdempotentRequest(QgpSettings settings)
{
    public const string HeaderName = "Idempotency-Key";

    public const int LongestKey = 255;

    private const string Purpose = "idempotency";

    private readonly byte[] _derived = DerivedKeys.For(Purpose, settings);

    /// <summary>One header, visible ASCII characters only.</summary>
    public static bool IsWellFormed(string? key) => key is { Length: >= 1 and <= LongestKey } && key.All(character => character is > ' ' and <= '~');

    /// <summary>With and without a trailing slash it is one address.</summary>
    public static string OperationOf(HttpRequest request) => $"{request.Method} {request.Path.Value?.TrimEnd('/')}";

    /// <summary>Of everything that decides what is done. The body was read before, and is read again: see <see cref="RequestBuffering"/>.</summary>
    public async Task<string> HashAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _derived);
        hash.AppendData(Encoding.UTF8.GetBytes($"{OperationOf(request)}{request.QueryString}\n"));
        request.Body.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0) hash.AppendData(buffer, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
