namespace QualityGovernance.Deployment.Tests.CommandLines;

/// <summary>One small build, as each of the two engines writes its schema: other order, other words for the engine's own options, values named twice.</summary>
internal static class SampleSchema
{
    public const string OfThePackages = """
        {
          "definitions": {
            "Host": { "type": "string", "enum": ["GitHubActions", "TeamCity", "Terminal"] },
            "ScanKind": { "type": "string", "description": "", "enum": ["Secrets", "Cve", "Cve", "Secrets"] },
            "ExecutableTarget": { "type": "string", "enum": ["Deploy", "Scan"] },
            "Verbosity": { "type": "string", "description": "", "enum": ["Normal", "Quiet"] },
            "NukeBuild": {
              "properties": {
                "Help": { "type": "boolean", "description": "Shows the help text for this build assembly" },
                "Skip": { "type": "array", "description": "List of targets to be skipped", "items": { "$ref": "#/definitions/ExecutableTarget" } },
                "Verbosity": { "description": "Logging verbosity", "$ref": "#/definitions/Verbosity" }
              }
            }
          },
          "allOf": [
            {
              "properties": {
                "AcceptLoss": { "type": "array", "description": "What may be lost", "items": { "type": "string" } },
                "DryRun": { "type": "boolean", "description": "Shows what would be done" },
                "Kinds": { "type": "array", "description": "Several scans", "items": { "$ref": "#/definitions/ScanKind" } },
                "Only": { "type": ["null", "string"], "description": "One scan alone", "$ref": "#/definitions/ScanKind" },
                "Share": { "type": "number", "description": "How much", "format": "double" },
                "Stock": { "type": "string" },
                "Wait": { "type": ["integer", "null"], "description": "Seconds to wait", "format": "int32" }
              }
            },
            { "$ref": "#/definitions/NukeBuild" }
          ]
        }
        """;

    public const string OfTheSubset = """
        {
          "definitions": {
            "ScanKind": { "type": "string", "enum": ["Secrets", "Cve"] },
            "Verbosity": { "type": "string", "enum": ["Normal", "Quiet"] },
            "Host": { "type": "string", "enum": ["GitHubActions", "Terminal"] },
            "ExecutableTarget": { "type": "string", "enum": ["Deploy", "Scan"] },
            "NukeBuild": {
              "properties": {
                "Help": { "description": "Shows the help text for this build, or for the targets that are named", "type": "boolean" },
                "Skip": { "description": "List of targets to be skipped", "type": "array", "items": { "$ref": "#/definitions/ExecutableTarget" } },
                "Verbosity": { "description": "Logging verbosity", "$ref": "#/definitions/Verbosity" }
              }
            }
          },
          "allOf": [
            {
              "properties": {
                "AcceptLoss": { "description": "What may be lost", "type": "array", "items": { "type": "string" } },
                "DryRun": { "description": "Shows what would be done", "type": "boolean" },
                "Kinds": { "description": "Several scans", "type": "array", "items": { "$ref": "#/definitions/ScanKind" } },
                "Only": { "description": "One scan alone", "$ref": "#/definitions/ScanKind" },
                "Share": { "description": "How much", "type": "number", "format": "double" },
                "Stock": { "description": "Of a ready-made component", "type": "string" },
                "Wait": { "description": "Seconds to wait", "type": ["integer", "null"], "format": "int32" }
              }
            },
            { "$ref": "#/definitions/NukeBuild" }
          ]
        }
        """;
}
