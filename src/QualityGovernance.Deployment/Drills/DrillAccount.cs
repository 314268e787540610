using System.Security.Cryptography;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills;

/// <summary>Whom the drill writes and reads as: an administrator made for this one drill, whose password nobody is told.</summary>
internal sealed class DrillAccount
{
    private readonly string password;
    private readonly SecretMask mask;

    public DrillAccount(RunId run, SecretMask mask)
    {
        this.mask = mask;
        Email = $"reset.drill.{run}@example.org";
        password = "Aa1-" + RandomNumberGenerator.GetHexString(48, lowercase: true);
        mask.Register(password);
    }

    public string Email { get; }

    public async Task CreateAsync(DrillGround ground, CancellationToken cancellation)
    {
        using var folder = ClosedFolder.Create("drill");
        var file = folder.WriteForContainer("admin_password", password);
        var created = await ground.Sandbox.Stack.MigrationsAsync(["create-admin", "--email", Email], new Dictionary<string, string> { ["ADMIN_PASSWORD"] = file }, cancellation: cancellation);
        if (!created.Succeeded)
            throw new DeploymentException($"The drill's account could not be made: {created.Result.LastWords()}");
    }

    public async Task<ApiClient> LogInAsync(HttpClient client, CancellationToken cancellation)
    {
        var api = new ApiClient(client);
        foreach (var token in await api.LogInAsync(Email, password, cancellation))
            mask.Register(token);
        return api;
    }
}
