using QualityGovernance.Deployment.Documents.Inventory;

namespace QualityGovernance.Deployment.Tests.Documents;

public sealed class InventoryRendererTests
{
    [Theory]
    [InlineData("| Start command | `dotnet /app/Web.dll` |")]
    [InlineData("| Migration command | `dotnet /app/Migrations.dll up` |")]
    [InlineData("| User | 1654 |")]
    [InlineData("| Ports | 8000/tcp |")]
    [InlineData("| Volumes | none |")]
    [InlineData("| Health check | `dotnet /app/Web.dll healthcheck` every 5 s, which may take 4 s; unhealthy after 3 failures in a row, of which those in the first 40 s do not count |")]
    [InlineData("| Variables that it sets | `DOTNET_EnableDiagnostics=0`, `QGP_BUILD_ID` (of each build) |")]
    [InlineData("| Labels | `org.opencontainers.image.title=Two Words`, `qgp.build-id` (of each build) |")]
    [InlineData("    Usage: Migrations\n      up\n")]
    [InlineData("| `/healthz` | It lives | 200 |\n| `/readyz` | It is ready | 200 or 503 |")]
    [InlineData("| `SECRET_KEY` | `SECRET_KEY_FILE` | `SECRET_KEY_VAULT` | required |")]
    [InlineData("| app | `dotnet /app/Web.dll` | 1654 | 127.0.0.1:8000 to 8000 | `data:/data` | `/tmp` | `/run/secrets/database_url` | 512m memory | unless-stopped |")]
    [InlineData("| proxy | `haproxy -db` | 99 | every machine's $QGP_PORT to 8080 | none | none | none | 256M memory | any |")]
    public void It_tells_what_the_image_told(string line) => Render().ShouldContain(line);

    [Fact]
    public void An_address_that_needs_an_account_is_none_of_a_probe_s() => Render().ShouldNotContain("/api/v1/users");

    [Theory]
    [InlineData("20260101-000000-abcd", "20260202-000000-ffff")]
    [InlineData("10.0.1", "10.0.9")]
    [InlineData("93781b", "00000b")]
    [InlineData("sha256:abc", "sha256:def")]
    [InlineData("2026-01-01T", "2026-02-02T")]
    public void Another_build_of_the_same_sources_on_other_bases_has_the_same_inventory(string value, string other) =>
        Render(SampleImage.Inspection.Replace(value, other)).ShouldBe(Render());

    [Theory]
    [InlineData("\"User\": \"1654\"", "\"User\": \"0\"")]
    [InlineData("8000/tcp", "8001/tcp")]
    [InlineData("\"Volumes\": null", "\"Volumes\": {\"/data\": {}}")]
    [InlineData("\"Cmd\": null", "\"Cmd\": [\"--debug\"]")]
    [InlineData("DOTNET_EnableDiagnostics=0", "DOTNET_EnableDiagnostics=1")]
    [InlineData("5000000000", "9000000000")]
    public void Another_set_up_is_another_inventory(string value, string other) => Render(SampleImage.Inspection.Replace(value, other)).ShouldNotBe(Render());

    [Fact]
    public void An_image_without_what_its_Dockerfile_sets_is_of_another_one() =>
        Should.Throw<DeploymentException>(() => Render(SampleImage.Inspection.Replace("QGP_BUILD_ID=", "QGP_BUILD="))).Message.ShouldContain("lacks QGP_BUILD_ID");

    [Fact]
    public void A_service_that_describes_no_health_has_no_inventory() =>
        Should.Throw<DeploymentException>(() => SampleImage.Answers(openApi: """{ "paths": {} }""")).Message.ShouldContain("tells of its health");

    private static string Render(string inspection = SampleImage.Inspection) =>
        new InventoryRenderer(SampleImage.Dockerfile, SampleImage.Stack, SampleImage.Stack).Render(SampleImage.Answers(inspection));
}
