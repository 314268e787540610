using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>What would change, and whether that can be done without an interruption. Nothing is changed.</summary>
/// <param name="parts">The environment.</param>
/// <param name="root">The checkout that it is deployed from.</param>
/// <param name="request">What is to be deployed.</param>
/// <param name="findings">For the steps after this one.</param>
internal sealed class PlanStep(DeploymentParts parts, string root, DeploymentRequest request, DeploymentFindings findings) : IStep
{
    public string Name => "Plan";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (request.DryRun)
            TellForDryRun(context);
        var tag = request.Tag ?? throw new StepFailedException("No release is named. Add --tag v1.0.0.");
        // Before anything of the release is loaded or executed.
        var vouched = await parts.Trust.RequireAsync(tag, parts.Environment, context, cancellation);
        if (parts.Environment.DrillMaxAge is { } age)
            context.Observe("last-good-drill", new DrillAge(parts.DrillHistory, parts.RunsFolder).Require(age, parts.Time.GetUtcNow()).ToString("u"));
        var target = await parts.Releases.EnsureAsync(tag, cancellation);
        if (vouched is not null && vouched != target.ImageId)
            throw new StepFailedException($"What was vouched for as {tag} is the image {vouched}, and what would run is {target.ImageId}. Nothing was changed.");
        findings.Target = target;
        VerifyCheckout(target, context);
        await PreviousAsync(context, cancellation);
        context.Say($"Image: {findings.Previous?.Release.ImageId ?? "none"} ({findings.Previous?.Release.Tag ?? "nothing was deployed yet"}) -> {target.ImageId} ({target.Tag})");
        context.Observe("image-from", findings.Previous?.Release.ImageId ?? "none");
        context.Observe("image-to", target.ImageId);
        TellSettings(context);
        await MigrationsAsync(target, context, cancellation);
        // What this environment uses is its own from here on, also where the run fails.
        if (!request.DryRun)
            Fingerprints.Of(Fingerprints.Parts(parts.Environment, parts.Secrets)).WriteInto(parts.State);
    }

    /// <summary>A plan takes no lease: it changes nothing, and nobody has to wait for it.</summary>
    private void TellForDryRun(StepContext context)
    {
        Crossing.Refuse(parts.Environment, parts.Secrets, parts.State, parts.Others);
        if (parts.Book.Current() is { } lease)
            context.Warn($"{parts.Environment.Name} is taken by {lease}: this plan may be out of date in a moment.");
    }

    /// <summary>The stack file and the proxy come from the checkout: they have to be those that the release was published with.</summary>
    private void VerifyCheckout(ReleaseImage target, StepContext context)
    {
        if (parts.Releases.ChecksumsOf(target.Tag) is not { } published)
        {
            context.NotRun("Checksums of the checkout", $"{target.Tag} was published without checksums.");
            return;
        }

        var differences = published.DifferencesTo(ChecksumList.Of(root));
        context.Observe("checkout", differences.Count == 0 ? $"{Counted.Of(published.Entries.Count, "file")} as published" : string.Join(' ', differences));
        if (differences.Count > 0)
        {
            throw new StepFailedException(
                $"The checkout is not the one that {target.Tag} was published from: {differences[0]}",
                [.. differences.Skip(1)],
                $"git checkout {target.Commit}");
        }
    }

    private async Task PreviousAsync(StepContext context, CancellationToken cancellation)
    {
        var running = (await parts.Stack.ReplicasAsync(cancellation)).Distinct().ToList();
        if (running.Count > 1)
            throw new StepFailedException($"{parts.Environment.Name} runs {running.Count} different images: {string.Join(", ", running)}. A deployment has been left half done.", nextCommand: Recovery);
        if (running is not [var image])
        {
            if (parts.History.Last is { } gone)
                context.Warn($"{gone.Release.Tag} was deployed {gone.At:u}, and nothing runs now.");
            findings.Previous = parts.History.Last;
            return;
        }

        findings.Previous = parts.History.Entries.LastOrDefault(entry => entry.Release.ImageId == image)
            ?? throw new StepFailedException($"{parts.Environment.Name} runs the image {image}, which is not in its history: it was not deployed from here, or was never seen to serve.", nextCommand: Recovery);
    }

    private string Recovery => $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}";

    private void TellSettings(StepContext context)
    {
        var now = parts.Specification(findings.RequireTarget()).Settings;
        var before = findings.Previous?.Settings ?? new Dictionary<string, string>();
        foreach (var name in now.Keys.Union(before.Keys).Order(StringComparer.Ordinal).Where(name => now.GetValueOrDefault(name) != before.GetValueOrDefault(name)))
            context.Say($"Setting {name}: {before.GetValueOrDefault(name) ?? "not set"} -> {now.GetValueOrDefault(name) ?? "not set"}");
        var kept = Fingerprints.Read(parts.State)?.SharedWith(Fingerprints.Parts(parts.Environment, parts.Secrets)).Where(pair => pair.Here == pair.There).Select(pair => pair.Here).ToHashSet();
        foreach (var part in Fingerprints.Parts(parts.Environment, parts.Secrets).Keys.Where(part => kept?.Contains(part) != true))
            context.Say($"{char.ToUpperInvariant(part[0])}{part[1..]}: *** ({(kept is null ? "first use" : "changed")})");
    }

    private async Task MigrationsAsync(ReleaseImage target, StepContext context, CancellationToken cancellation)
    {
        findings.Schema = await parts.Database.SchemaAsync(cancellation);
        var program = new MigrationsProgram(parts.Stack, parts.Specification(target));
        findings.Pending = await program.PendingAsync(cancellation);
        context.Observe("schema", findings.Schema?.Revision ?? "none");
        context.Observe("pending", findings.Pending.Count == 0 ? "none" : string.Join(' ', findings.Pending));
        if (findings.Schema?.Halfway is { } halfway)
            context.Warn(findings.Pending.Contains(halfway.Id)
                ? $"{halfway}. This deployment finishes it."
                : $"{halfway}, and {target.Tag} does not know it. This deployment leaves it as it is; to take it back: ./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run");
        if (findings.Pending.Count == 0)
        {
            if (findings.Schema is { } schema && !SchemaFit.Serves(target.SchemaHead, schema))
                throw new StepFailedException($"{target.Tag} (head {target.SchemaHead}) cannot serve on the schema {schema.Revision}, which serves releases from {schema.CompatibleFrom} on.", nextCommand: $"./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run");
            return;
        }

        var script = await program.ScriptAsync(findings.Schema?.Revision, cancellation);
        foreach (var id in findings.Pending)
            context.Say($"Migration {id}");
        foreach (var line in script.Split('\n'))
            context.Say("  " + line);
        RefuseContraction(SchemaFit.Announced(script));
    }

    /// <summary>The old replicas serve until the new ones do: on the new schema.</summary>
    private void RefuseContraction(IReadOnlyList<(string Revision, string CompatibleFrom)> announced)
    {
        if (findings.Previous?.Release is not { } previous)
            return;
        if (announced.Count == 0)
            throw new StepFailedException($"The SQL of {findings.RequireTarget().Tag} does not say which releases its schema serves, so nobody knows whether {previous.Tag} goes on serving while it is deployed.");
        foreach (var (revision, from) in announced.Where(one => !SchemaFit.Serves(previous.SchemaHead, one.Revision, one.CompatibleFrom)))
        {
            throw new StepFailedException(
                $"The migration {revision} leaves a schema that serves releases from {from} on, and {previous.Tag}, which serves now, is at {previous.SchemaHead}: it would fail before its successor is there. Deploy a release between the two first, that reads both.");
        }
    }
}
