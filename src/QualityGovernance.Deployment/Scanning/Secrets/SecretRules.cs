using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>What a secret looks like. <see cref="Version"/> changes with every rule, so that a receipt says which ones were asked.</summary>
internal static partial class SecretRules
{
    public const string Version = "1";

    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("private-key", PrivateKey(), IsSpecific: true),
        new("aws-access-key", AwsAccessKey(), IsSpecific: true),
        new("github-token", GitHubToken(), IsSpecific: true),
        new("gitlab-token", GitLabToken(), IsSpecific: true),
        new("slack-token", SlackToken(), IsSpecific: true),
        new("google-api-key", GoogleKey(), IsSpecific: true),
        new("nuget-api-key", NuGetKey(), IsSpecific: true),
        new("npm-token", NpmToken(), IsSpecific: true),
        new("azure-storage-key", AzureStorageKey(), IsSpecific: true),
        new("json-web-token", JsonWebToken(), IsSpecific: false),
        new("address-with-password", AddressWithPassword(), IsSpecific: false),
        new("assigned-secret", AssignedSecret(), IsSpecific: false),
    ];

    /// <summary>The line that announces a key is in every cryptographic library: the key itself has to follow.</summary>
    [GeneratedRegex(@"-----BEGIN ([A-Z]+ )*PRIVATE KEY-----(\s|\\n|"")*(?<secret>[A-Za-z0-9+/]{30,})", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?<secret>(AKIA|ASIA)[A-Z0-9]{16})\b", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex AwsAccessKey();

    [GeneratedRegex(@"\b(?<secret>gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\b(?<secret>glpat-[A-Za-z0-9_-]{20,})", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex GitLabToken();

    [GeneratedRegex(@"\b(?<secret>xox[abprs]-[A-Za-z0-9-]{20,})", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"\b(?<secret>AIza[A-Za-z0-9_-]{35})\b", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"\b(?<secret>oy2[a-z0-9]{43})\b", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex NuGetKey();

    [GeneratedRegex(@"\b(?<secret>npm_[A-Za-z0-9]{36})\b", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex NpmToken();

    [GeneratedRegex(@"AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex AzureStorageKey();

    [GeneratedRegex(@"\b(?<secret>eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,})", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"\b[a-z][a-z0-9+]{2,20}://[^\s:/@""'{}$<>]{1,64}:(?<secret>[^\s:/@""'{}$<>]{6,})@", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex AddressWithPassword();

    /// <summary>A name that says what it is, and a value that looks like one.</summary>
    [GeneratedRegex(@"(?i:\b[\w.-]{0,40}(password|passwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token|client[_-]?secret|private[_-]?key)(_?key)?[""']?\s{0,3}[:=]\s{0,3})[""']?(?<secret>[A-Za-z0-9+/=_.~!@#%^&*-]{16,200})", RegexOptions.ExplicitCapture, 60000)]
    private static partial Regex AssignedSecret();
}
