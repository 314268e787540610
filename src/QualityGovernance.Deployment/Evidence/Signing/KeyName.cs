using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Names of keys and of those who hold them: they become names of files.</summary>
public static partial class KeyName
{
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
