using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Observability;

/// <summary>The addresses that machines ask every few seconds.</summary>
public static class Probes
{
    public const string Liveness = "/healthz";

    /// <summary>What clients of the replaced service ask.</summary>
    public const string LivenessAlias = "/health";

    public const string Readiness = "/readyz";

    internal static bool Is(PathString path) =>
        path.StartsWithSegments(Liveness) || path.StartsWithSegments(LivenessAlias) || path.StartsWithSegments(Readiness);
}
