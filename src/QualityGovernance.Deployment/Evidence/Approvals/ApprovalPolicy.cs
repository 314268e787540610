using System.Text.Json;
using QualityGovernance.Deployment.Evidence.Signing;

namespace QualityGovernance.Deployment.Evidence.Approvals;

/// <summary>Who may approve in which role, and which roles production needs: <c>.nuke/approvals.json</c>.</summary>
/// <param name="Production">The roles without whose approval nothing is deployed to production.</param>
/// <param name="People">By the name of their key.</param>
public sealed record ApprovalPolicy(IReadOnlyList<string> Production, IReadOnlyDictionary<string, Approver> People)
{
    public const string FileName = ".nuke/approvals.json";

    /// <summary>All the roles that there are.</summary>
    public static readonly IReadOnlyList<string> Roles = ["technical", "security", "operations", "owner"];

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false };

    /// <param name="root">The checkout.</param>
    /// <exception cref="DeploymentException">There is none, or it is wrong; all that is wrong is told.</exception>
    public static ApprovalPolicy Read(string root)
    {
        var file = Path.Combine(root, FileName);
        if (!File.Exists(file))
            throw new DeploymentException($"There is no {FileName}: nobody has said who may approve what.");
        try
        {
            var policy = JsonSerializer.Deserialize<ApprovalPolicy>(File.ReadAllText(file), Form) ?? throw new JsonException("It is empty.");
            policy.RequireSense();
            return policy;
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{FileName} is no policy of approvals: {e.Message}", inner: e);
        }
    }

    private void RequireSense()
    {
        var problems = new List<string>();
        if (Production is null or { Count: 0 })
            problems.Add("\"production\" names no role; production needs at least one.");
        problems.AddRange((Production ?? []).Except(Roles).Select(role => $"\"production\" names {role}. Roles are {string.Join(", ", Roles)}."));
        foreach (var (name, approver) in People ?? new Dictionary<string, Approver>())
        {
            if (!KeyName.IsValid(name))
                problems.Add($"\"{name}\" cannot be the name of a key.");
            problems.AddRange(approver.Roles.Except(Roles).Select(role => $"{name} has the role {role}. Roles are {string.Join(", ", Roles)}."));
        }

        if (problems.Count > 0)
            throw new DeploymentException($"{FileName} is no policy of approvals:\n{string.Join('\n', problems.Select(problem => "- " + problem))}");
    }
}
