using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>
/// What the collections share that run beside each other: made for the first of them, undone behind the last. An engine that leaves a Swarm forgets the names in
/// the networks of others, so that it may not happen while anybody works on it; one that was in a Swarm before stays in it.
/// </summary>
internal static class SharedEngine
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static int users;
    private static bool hasJoined;

    public static ContainerEngine Engine { get; } = new(new ProcessRunner(new SecretMask()));

    public static string RealImage { get; } = $"qgp-end-to-end:{Guid.CreateVersion7():N}";

    public static async Task TakeAsync()
    {
        await Turn.WaitAsync();
        try
        {
            if (users == 0)
            {
                await BuildAsync();
                hasJoined = await new SwarmMembership(Engine).InitAsync("127.0.0.1");
            }

            users++;
        }
        finally
        {
            Turn.Release();
        }
    }

    public static async Task LeaveAsync()
    {
        await Turn.WaitAsync();
        try
        {
            if (--users > 0)
                return;
            await Engine.RemoveImageAsync(RealImage);
            if (hasJoined)
                await Engine.CheckedAsync(["swarm", "leave", "--force"], timeout: TimeSpan.FromMinutes(2));
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task BuildAsync()
    {
        await using var rehearsal = new EndToEndRehearsal();
        await rehearsal.StepsAsync(RehearsalStep.BuildImage);
        var image = RunVerifier.Read(rehearsal.Session.Run!).Step("BuildImage")!.Inputs["image-id"];
        await Engine.TagAsync(image, RealImage);
    }
}
