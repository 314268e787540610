using System.Security.Cryptography;
using System.Text;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>The hash of the chain.</summary>
internal static class Sha
{
    // Text that is not Unicode has no hash, rather than the hash of something else.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>SHA-256 of the UTF-8 form, in 64 small hexadecimal digits.</returns>
    public static string Of(CanonicalJson.Raw json) => Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(json.Text)));
}
