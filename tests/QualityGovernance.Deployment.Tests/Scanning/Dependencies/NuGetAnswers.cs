namespace QualityGovernance.Deployment.Tests.Scanning.Dependencies;

/// <summary>What NuGet and package sources answered, word for word but for the addresses.</summary>
internal static class NuGetAnswers
{
    public const string Source = "https://feed.example.org/v3/index.json";

    /// <summary>Of a source without a vulnerability database. Of one with a database, and nothing in it, NuGet's answer is the same.</summary>
    public const string Silent =
        """
        {
          "version": 1,
          "parameters": "--vulnerable --include-transitive",
          "sources": [ "https://feed.example.org/v3/index.json" ],
          "projects": [ { "path": "/src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj" } ]
        }
        """;

    public const string Vulnerable =
        """
        {
          "version": 1,
          "parameters": "--vulnerable --include-transitive",
          "sources": [ "https://feed.example.org/v3/index.json" ],
          "projects": [
            {
              "path": "/src/A/A.csproj",
              "frameworks": [
                {
                  "framework": "net10.0",
                  "topLevelPackages": [
                    {
                      "id": "Newtonsoft.Json", "requestedVersion": "12.0.1", "resolvedVersion": "12.0.1",
                      "vulnerabilities": [ { "severity": "High", "advisoryurl": "https://github.com/advisories/GHSA-5crp-9r3c-p9vr" } ]
                    }
                  ],
                  "transitivePackages": [
                    {
                      "id": "System.Net.Http", "resolvedVersion": "4.3.0",
                      "vulnerabilities": [ { "severity": "Low", "advisoryurl": "https://github.com/advisories/GHSA-7jgj-8wvc-jh57" } ]
                    }
                  ]
                }
              ]
            }
          ]
        }
        """;

    public const string Deprecated =
        """
        {
          "version": 1,
          "sources": [ "https://feed.example.org/v3/index.json" ],
          "projects": [ { "path": "/src/A/A.csproj", "frameworks": [ { "framework": "net10.0",
            "topLevelPackages": [ { "id": "xunit", "resolvedVersion": "2.9.3", "deprecationReasons": [ "Legacy" ], "alternativePackage": { "id": "xunit.v3", "versionRange": ">= 0.0.0" } } ] } ] } ]
        }
        """;

    public const string Unrestored =
        """{ "version": 1, "problems": [ { "project": "/src/A/A.csproj", "level": "error", "text": "No assets file was found for `/src/A/A.csproj`." } ], "sources": [], "projects": [] }""";

    public const string IndexWithoutData = """{"version":"3.0.0","resources":[{"@id":"https://feed.example.org/v3/flat/","@type":"PackageBaseAddress/3.0.0"}]}""";

    public const string IndexWithData = """{"version":"3.0.0","resources":[{"@id":"https://feed.example.org/v3/vulnerabilities/index.json","@type":"VulnerabilityInfo/6.7.0"}]}""";

    public static string Pages(DateTimeOffset updated) =>
        $$"""[{"@name":"base","@id":"https://feed.example.org/base.json","@updated":"{{updated.AddDays(-20):O}}"},{"@name":"update","@id":"https://feed.example.org/update.json","@updated":"{{updated:O}}"}]""";
}
