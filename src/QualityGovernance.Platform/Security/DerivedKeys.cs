using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Security;

/// <summary>Keys for one purpose each, derived from SECRET_KEY: what is sealed for one purpose says nothing to another, and every replica has the same.</summary>
internal static class DerivedKeys
{
    /// <returns>32 bytes.</returns>
    public static byte[] For(string purpose, QgpSettings settings) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.SecretKey), Encoding.UTF8.GetBytes(purpose));
}
