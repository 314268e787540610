using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Runs;

/// <summary>The name of one run, for example <c>20261123-140501-ab12</c>: sorts by time, is a folder name and fits into a container label.</summary>
public sealed partial record RunId
{
    private RunId(string value) => Value = value;

    public string Value { get; }

    public static RunId New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var suffix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2));
        return new RunId($"{time.GetUtcNow():yyyyMMdd-HHmmss}-{suffix}");
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out RunId? id)
    {
        id = text is not null && Form().IsMatch(text) ? new RunId(text) : null;
        return id is not null;
    }

    /// <exception cref="DeploymentException">The text is not the name of a run.</exception>
    public static RunId Parse(string? text) =>
        TryParse(text, out var id)
            ? id
            : throw new DeploymentException(
                $"\"{text}\" is not the id of a run: an id looks like 20261123-140501-ab12.",
                "ls artifacts/runs");

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[0-9]{8}-[0-9]{6}-[0-9a-f]{4}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
