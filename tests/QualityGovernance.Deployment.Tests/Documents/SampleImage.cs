using QualityGovernance.Deployment.Documents.Inventory;
using QualityGovernance.Deployment.Documents.Variables;

namespace QualityGovernance.Deployment.Tests.Documents;

/// <summary>What an image of a small product tells.</summary>
internal static class SampleImage
{
    public const string Dockerfile = """
        FROM sdk AS build
        ENV CI=true
        FROM runtime AS final
        ENV DOTNET_EnableDiagnostics=0
        ARG BUILD_ID=development
        ENV QGP_BUILD_ID=${BUILD_ID}
        LABEL org.opencontainers.image.title="Two Words" \
              qgp.build-id="${BUILD_ID}"
        """;

    public const string Inspection = """
        [{ "Id": "sha256:abc", "Created": "2026-01-01T00:00:00Z", "Config": {
            "User": "1654", "ExposedPorts": { "8000/tcp": {} }, "WorkingDir": "/app", "StopSignal": "SIGTERM", "Cmd": null, "Volumes": null,
            "Entrypoint": ["dotnet", "/app/Web.dll"],
            "Env": ["PATH=/usr/bin", "DOTNET_VERSION=10.0.1", "DOTNET_EnableDiagnostics=0", "QGP_BUILD_ID=20260101-000000-abcd"],
            "Labels": { "org.opencontainers.image.title": "Two Words", "qgp.build-id": "20260101-000000-abcd", "qgp.inputs": "93781b" },
            "Healthcheck": { "Test": ["CMD", "dotnet", "/app/Web.dll", "healthcheck"], "Interval": 5000000000, "Timeout": 4000000000, "StartPeriod": 40000000000, "Retries": 3 } } }]
        """;

    public const string OpenApi = """
        { "paths": {
            "/healthz": { "get": { "tags": ["Health"], "summary": "It lives", "responses": { "200": {}, "default": {} } } },
            "/readyz": { "get": { "tags": ["Health"], "summary": "It is ready", "responses": { "200": {}, "503": {} } } },
            "/api/v1/users": { "get": { "tags": ["Users"], "summary": "List", "security": [{ "bearer": [] }], "responses": { "200": {} } } } } }
        """;

    public const string Stack = """
        services:
          migrate:
            image: ${QGP_IMAGE:?QGP_IMAGE is not set}
            entrypoint: ["dotnet", "/app/Migrations.dll"]
            command: ["up"]
          app:
            image: ${QGP_IMAGE:?QGP_IMAGE is not set}
            ports: ["127.0.0.1:${QGP_PORT:-8000}:8000"]
            volumes: ["data:/data"]
            tmpfs: [/tmp]
            secrets: [database_url]
            mem_limit: 512m
            restart: ${QGP_RESTART:-unless-stopped}
          proxy:
            image: haproxy
            user: "99"
            command: ["haproxy", "-db"]
            ports: [{ target: 8080, published: "${QGP_PORT:?QGP_PORT is not set}" }]
            deploy: { resources: { limits: { memory: 256M } }, restart_policy: { condition: any } }
        """;

    public static ImageAnswers Answers(string inspection = Inspection, string openApi = OpenApi) => new(
        ImageSetup.Read(inspection),
        "Usage: Web\n\n  healthcheck",
        "Usage: Migrations\n  up",
        [new DescribedSetting("PORT", "8000", "A port.", File: null, Vault: null), new DescribedSetting("SECRET_KEY", "required", "A key.", "SECRET_KEY_FILE", "SECRET_KEY_VAULT")],
        OpenRoute.ReadAll(openApi));
}
