using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class ProbePathFinderTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8000/healthz answered 200.", "/healthz")]
    [InlineData("""HEALTHCHECK CMD curl -f http://localhost:8000/health || exit 1""", "/health")]
    [InlineData("HEALTHCHECK --interval=5s \\\n  CMD wget -q http://127.0.0.1:${PORT}/ready", "/ready")]
    [InlineData("""      test: ["CMD", "curl", "http://[::1]:8000/health/live?full=1"]""", "/health/live?full=1")]
    public void The_path_of_a_probe_is_found(string text, string path) =>
        ProbePathFinder.FindIn("Dockerfile", text).ShouldBe([new ProbePath(path, "Dockerfile")]);

    [Theory]
    [InlineData("# HEALTHCHECK CMD curl http://localhost/health")]
    [InlineData("    healthcheck:")]
    [InlineData("      test: [\"CMD\", \"pg_isready\", \"-U\", \"qgp\"]")]
    [InlineData("ENV DOCS=https://example.org/healthz")]
    public void What_is_no_probe_is_passed_over(string text) => ProbePathFinder.FindIn("Dockerfile", text).ShouldBeEmpty();
}
