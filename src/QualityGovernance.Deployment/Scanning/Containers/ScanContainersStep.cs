using System.Reflection;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks.Hardening;

namespace QualityGovernance.Deployment.Scanning.Containers;

/// <summary>The Dockerfile, the compose file, the stack, the image and its containers keep the items of the CIS Docker Benchmark that apply.</summary>
internal sealed class ScanContainersStep(ScanOptions options, SavedImage image, ScanConclusion conclusion, TimeProvider time) : IStep
{
    private const string Dockerfile = "Dockerfile";

    private static readonly string[] Described = ["docker-compose.sandbox.yml", "docker-stack.yml"];

    public string Name => "ScanContainers";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        ScanConclusion.Tell(context, "the container rules of this build", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "unknown", "CIS Docker Benchmark 1.6.0");
        var dockerfile = new DockerfileFacts(File.ReadAllText(Path.Combine(options.Root, Dockerfile)));
        var described = Described.SelectMany(file => new DescribedContainers(dockerfile).Read(file, File.ReadAllText(Path.Combine(options.Root, file)))).ToList();
        context.Observe("described-containers", string.Join(", ", described.Select(setup => setup.Where)));
        var facts = await image.FactsAsync(cancellation);
        context.Input("image", facts.Id);
        conclusion.Conclude(context, [.. dockerfile.Broken().Concat(HardeningRules.Broken(described)).Concat(OfImage(facts)).Select(Found)]);
        Running(context, facts);
    }

    /// <summary>The rules are asserted where the containers run: a rehearsal stops where one is broken.</summary>
    private void Running(StepContext context, ImageFacts facts)
    {
        if (RehearsedContainers.Find(options.RunsFolder, facts.Id) is not { } rehearsed)
        {
            context.CannotTell($"No intact record of a rehearsal shows how containers of {facts.Id} run. ./build.sh Rehearsal asks the rules of its running containers; scan its image then.");
            return;
        }

        context.Observe("running-containers", $"seen by rehearsal {rehearsed.Run}, {DataAge.Of(rehearsed.Seen, time)} ago; kept by {rehearsed.Rules}");
        if (rehearsed.Unasked() is [var first, ..] unasked)
            context.CannotTell($"Rehearsal {rehearsed.Run} did not see {unasked.Count} of today's rules kept, the first {first}. Rehearse again.");
    }

    private static IEnumerable<HardeningBreach> OfImage(ImageFacts facts)
    {
        if (HardeningRules.IsRoot(facts.User))
            yield return new HardeningBreach("4.1", "image", "runs as root");
        if (facts.HealthCheck.Count == 0)
            yield return new HardeningBreach("4.6", "image", "has no health check");
        foreach (var name in facts.Environment.Where(one => one.Value.Length > 0).Select(one => one.Key).Where(HardeningRules.NamesASecret))
            yield return new HardeningBreach("4.10", "image", $"keeps {name} in its environment");
    }

    private static Finding Found(HardeningBreach breach) => new(breach.Rule, breach.Where, breach.What, Severity.High);
}
