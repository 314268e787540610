using System.Security.Cryptography;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>The account that works with a drilled environment while it is changed.</summary>
internal sealed class DrillUser(DeployGround ground)
{
    private const string Email = "deploy.drill@example.org";

    /// <summary>Makes it with the stable release's own program, and logs in.</summary>
    /// <returns>An access token.</returns>
    public async Task<string> LogInAsync(CancellationToken cancellation)
    {
        var password = "Aa1-" + RandomNumberGenerator.GetHexString(48, lowercase: true);
        ground.Mask.Register(password);
        var parts = await ground.PartsAsync(cancellation);
        var release = parts.Specification(await ground.Releases.EnsureAsync(DeployGround.Stable, cancellation));
        var withPassword = release with { Secrets = release.Secrets.Append(new("ADMIN_PASSWORD", password)).ToDictionary() };
        var created = await parts.Stack.RunJobAsync(withPassword, ProductProgram.Migrations, ["create-admin", "--email", Email], cancellation);
        if (!created.Succeeded)
            throw new StepFailedException($"The drill's account could not be made: {created.LastWords()}");
        using var client = parts.Stack.NewClient();
        var tokens = await new ApiClient(client).LogInAsync(Email, password, cancellation);
        foreach (var token in tokens)
            ground.Mask.Register(token);
        return tokens[0];
    }
}
