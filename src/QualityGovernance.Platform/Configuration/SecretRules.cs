using System.Text;

namespace QualityGovernance.Platform.Configuration;

/// <summary>What a key must be where real data live.</summary>
internal static class SecretRules
{
    /// <summary>As many bytes as the hash of HS256 has; a shorter key is weaker than the signature (RFC 7518, 3.2).</summary>
    public const int LeastBytes = 32;

    public const string HowToGenerate = "Generate each with: openssl rand -base64 48";

    public const string DevelopmentSecretKey = "development-only-secret-key-not-for-production-0001";
    public const string DevelopmentJwtSecretKey = "development-only-jwt-secret-not-for-production-0002";

    /// <summary>Refused also as a part of a longer value, in any case: repeating one does not make a key.</summary>
    private static readonly string[] Placeholders =
    [
        "change-me-in-production",
        "__CHANGE_ME__",
        "changeme",
        "change-me",
        "change_me",
        "your-secret-key-here",
        "your-secret-key",
        "dev-secret",
        DevelopmentSecretKey,
        DevelopmentJwtSecretKey,
        // Those of the sandbox, whose folder .env.sandbox.example names.
        "sandbox-only-secret-key-not-for-production-0001",
        "sandbox-only-jwt-secret-not-for-production-0002",
    ];

    /// <summary>Too short to look for inside a random key.</summary>
    private const string ShortPlaceholder = "secret";

    /// <summary>The value comes back beside the problem, so that two equal keys are found even when each is wrong.</summary>
    public static Parsed<string> Read(string value, AppEnvironment environment) =>
        new(value, environment.IsGuarded() ? Problem(value) : null);

    public static Parsed<string> Absent(AppEnvironment environment, string developmentValue) =>
        environment == AppEnvironment.Development
            ? developmentValue
            : Parsed<string>.Wrong($"is empty or not set; only development has a default. {HowToGenerate}");

    private static string? Problem(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return $"is empty. {HowToGenerate}";
        if (IsPlaceholder(value))
            return $"is a known placeholder. {HowToGenerate}";
        return Encoding.UTF8.GetByteCount(value) < LeastBytes ? $"is shorter than {LeastBytes} bytes. {HowToGenerate}" : null;
    }

    private static bool IsPlaceholder(string value) =>
        value.Trim().Equals(ShortPlaceholder, StringComparison.OrdinalIgnoreCase)
        || Array.Exists(Placeholders, p => value.Contains(p, StringComparison.OrdinalIgnoreCase));
}
