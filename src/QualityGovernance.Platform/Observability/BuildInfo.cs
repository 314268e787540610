using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace QualityGovernance.Platform.Observability;

/// <summary>What was built: the values that a deployment is checked against.</summary>
/// <param name="Version">Of the release.</param>
/// <param name="Commit">The source it was built from.</param>
/// <param name="BuildId">One build of one image.</param>
public sealed record BuildInfo(string Version, string Commit, string BuildId)
{
    /// <summary>From what the image build left in <c>QGP_VERSION</c>, <c>QGP_COMMIT</c> and <c>QGP_BUILD_ID</c>.</summary>
    public static BuildInfo From(IConfiguration configuration, Assembly program)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(program);
        // "1.2.3+<commit>" when the SDK knew the commit.
        var stamped = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', 2) ?? ["0.0.0"];
        return new BuildInfo(
            Given(configuration["QGP_VERSION"]) ?? stamped[0],
            Given(configuration["QGP_COMMIT"]) ?? (stamped.Length > 1 ? stamped[1] : "unknown"),
            Given(configuration["QGP_BUILD_ID"]) ?? "development");
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
