using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Risks;

/// <summary>What the tests of the risk register have in common.</summary>
internal static class RiskCalls
{
    public const string Path = "/api/v1/risks";

    public static Task<Answer> AddRisk(this HttpClient client, object body) => client.Post(Path, body);

    public static async Task<int> AddRiskAsync(this HttpClient client, string title = "Fire", int likelihood = 3, int impact = 3) =>
        (await client.Post(Path, new { title, description = "In the server room", likelihood, impact })).MustBe(HttpStatusCode.Created).Id;

    public static Task<Answer> Assess(this HttpClient client, int risk, string date, int likelihood, int impact) => client.Post($"{Path}/{risk}/assessments", new
    {
        assessment_date = date,
        inherent_likelihood = 5,
        inherent_impact = 5,
        residual_likelihood = likelihood,
        residual_impact = impact,
    });

    public static int Number(this Answer answer, string name) => answer.Body.GetProperty(name).GetInt32();

    public static IReadOnlyList<int> Ids(this JsonElement record, string name) => [.. record.GetProperty(name).EnumerateArray().Select(id => id.GetInt32())];

    public static Dictionary<string, int> Counts(this Answer answer, string name) =>
        answer.Body.GetProperty(name).EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt32());
}
