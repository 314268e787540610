using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Tests.Images;

/// <summary>What the Dockerfile has to be. Each rule gives the lines that break it.</summary>
internal static partial class DockerfileRules
{
    public static IReadOnlyList<string> Broken(string dockerfile)
    {
        var (instructions, final) = Read(dockerfile);
        return
        [
            .. BrokenAnywhere(dockerfile),
            .. final.Where(one => one.StartsWith("RUN ", StringComparison.Ordinal)).Select(one => $"needs a shell in the runtime image: {one}"),
            .. final.Where(one => one.StartsWith("COPY ", StringComparison.Ordinal) && one != "COPY --from=build /app /app").Select(one => $"brings more than the product into the runtime image: {one}"),
            .. Unless(final.Any(one => one.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && one.EndsWith("CMD [\"dotnet\", \"/app/QualityGovernance.Web.dll\", \"healthcheck\"]", StringComparison.Ordinal)), "health is not probed by the service's own command"),
            .. Unless(final.Any(one => one.Contains("--start-period=40s", StringComparison.Ordinal)), "health check has no start period of 40 s"),
            .. Unless(final.Contains("ENTRYPOINT [\"dotnet\", \"/app/QualityGovernance.Web.dll\"]"), "does not start the service"),
            .. Unless(instructions.FindIndex(one => one.StartsWith("COPY src/ ", StringComparison.Ordinal)) > instructions.FindIndex(one => one.Contains("dotnet restore", StringComparison.Ordinal)), "restores again after every change of code"),
        ];
    }

    /// <summary>What every image has to keep that this build makes out of a Dockerfile.</summary>
    public static IReadOnlyList<string> BrokenAnywhere(string dockerfile)
    {
        var (instructions, final) = Read(dockerfile);
        return
        [
            .. dockerfile.Split('\n').Where(line => SyntaxLine().IsMatch(line)).Select(line => $"asks a registry for a frontend: {line}"),
            .. instructions.Where(one => BuildKitOnly().IsMatch(one)).Select(one => $"needs BuildKit: {one}"),
            .. instructions.Where(one => one.StartsWith("FROM ", StringComparison.Ordinal) && !one.StartsWith("FROM ${", StringComparison.Ordinal)).Select(one => $"base image is not an argument: {one}"),
            .. Unless(final.LastOrDefault(one => one.StartsWith("USER ", StringComparison.Ordinal)) is { } user && user is not ("USER root" or "USER 0"), "runs as root"),
            .. ChangingTooEarly(final),
        ];
    }

    private static (List<string> All, List<string> Final) Read(string dockerfile)
    {
        var instructions = Instructions(dockerfile);
        return (instructions, [.. instructions.Skip(instructions.FindLastIndex(one => one.StartsWith("FROM ", StringComparison.Ordinal)))]);
    }

    /// <summary>What differs in every build stands at the end, or it would empty the cache for everything behind it.</summary>
    private static IEnumerable<string> ChangingTooEarly(List<string> final)
    {
        var first = final.FindIndex(one => one.StartsWith("ARG ", StringComparison.Ordinal));
        return first < 0 ? ["has no build arguments"] : final.Skip(first).Where(one => !Changing().IsMatch(one)).Select(one => $"stands behind what changes in every build: {one}");
    }

    private static IEnumerable<string> Unless(bool kept, string sentence) => kept ? [] : [sentence];

    private static List<string> Instructions(string dockerfile) =>
    [
        .. Continued().Replace(string.Join('\n', dockerfile.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))), " ")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ];

    [GeneratedRegex(@"^#\s*syntax\s*=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SyntaxLine();

    [GeneratedRegex(@"^(RUN|COPY|ADD)\s.*--(mount|link|network|security|chmod|parents|exclude)\b|<<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuildKitOnly();

    [GeneratedRegex("^(ARG|ENV|LABEL) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex(@"\\\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Continued();
}
