using System.Security.Cryptography;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Probing.Load;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>A database, four releases, the first deployment, and an account to work with.</summary>
internal sealed class PrepareGroundStep(DeployGround ground, IStep remove, string image, string postgres, string run) : IStep
{
    private const string NoSuchProgram = "[\"dotnet\", \"/app/no-such-program.dll\"]";

    public string Name => "PrepareGround";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        context.Input("image", image);

        // What a drill left that was killed.
        await remove.RunAsync(context, cancellation);
        await ground.Server.StartAsync(postgres, ground.Environment.Stack, ground.Time, cancellation);
        await ground.Releases.MakeAsync(DeployGround.Stable, image, "", cancellation);
        await ground.Releases.MakeAsync(DeployGround.Better, image, "", cancellation);
        await ground.Releases.MakeAsync(DeployGround.Crashing, image, $"ENTRYPOINT {NoSuchProgram}\n", cancellation);
        await ground.Releases.MakeAsync(DeployGround.NeverReady, image, $"HEALTHCHECK CMD {NoSuchProgram}\n", cancellation);
        context.Say($"Four releases made from {image}; the first is deployed to {ground.Environment.Stack} at {ground.Environment.LocalAddress}");
        var first = (await ground.DeployAsync(DeployGround.Stable, cancellation)).RequireNoFailure();
        context.Observe("run", first.Run.Id);
        ground.Load = new ServiceLoad(await LogInAsync(cancellation), $"Deploy drill {run}", ground.Time);
    }

    private async Task<string> LogInAsync(CancellationToken cancellation)
    {
        const string email = "deploy.drill@example.org";
        var password = "Aa1-" + RandomNumberGenerator.GetHexString(48, lowercase: true);
        ground.Mask.Register(password);
        var parts = await ground.PartsAsync(cancellation);
        var release = parts.Specification(await ground.Releases.EnsureAsync(DeployGround.Stable, cancellation));
        var withPassword = release with { Secrets = release.Secrets.Append(new("ADMIN_PASSWORD", password)).ToDictionary() };
        var created = await parts.Stack.RunJobAsync(withPassword, ProductProgram.Migrations, ["create-admin", "--email", email], cancellation);
        if (!created.Succeeded)
            throw new StepFailedException($"The drill's account could not be made: {created.LastWords()}");
        using var client = parts.Stack.NewClient();
        var tokens = await new ApiClient(client).LogInAsync(email, password, cancellation);
        foreach (var token in tokens)
            ground.Mask.Register(token);
        return tokens[0];
    }
}
