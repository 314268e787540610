using QualityGovernance.Deployment.Documents.Runbook;

namespace QualityGovernance.Deployment.Tests.Documents;

/// <summary>A small build: three targets, one of which nobody described, and options of every kind.</summary>
internal static class SampleBuild
{
    public const string Schema = """
        {
          "definitions": {
            "Kind": { "type": "string", "enum": ["Secrets", "Cve"] },
            "ExecutableTarget": { "type": "string", "enum": ["Deploy", "Scan", "Silent"] },
            "NukeBuild": { "properties": { "Help": { "description": "Shows the help", "type": "boolean" } } }
          },
          "allOf": [
            {
              "properties": {
                "DryRun": { "description": "Shows what would be done", "type": "boolean" },
                "EnvironmentName": { "description": "Deploy, Scan: the environment", "type": "string" },
                "Only": { "description": "One scan alone", "$ref": "#/definitions/Kind" },
                "Unexplained": { "type": "string" },
                "Wait": { "description": "Seconds to wait", "type": ["integer", "null"] },
                "AcceptLoss": { "description": "What may be lost", "type": "array", "items": { "type": "string" } }
              }
            },
            { "$ref": "#/definitions/NukeBuild" }
          ]
        }
        """;

    public static BuildDescription Description { get; } = BuildDescription.Read(
        Schema,
        [new("Deploy", "Brings a release in. --dry-run shows the plan", ["EnvironmentName"]), new("Scan", "Looks | for what is wrong", [])]);
}
