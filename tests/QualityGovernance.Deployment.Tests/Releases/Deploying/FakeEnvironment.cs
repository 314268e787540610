using System.Net;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Tests.Probing;
using QualityGovernance.Deployment.Tests.Rehearsal;
using QualityGovernance.Deployment.Tests.Releases.Environments;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

/// <summary>An environment whose stack, images and database do what a test says, and which remembers what was done to it, in order.</summary>
internal sealed class FakeEnvironment : IEnvironmentStack, IReleaseSource, IEnvironmentDatabase, IDisposable
{
    public const string First = "20260101000000_First";
    public const string Second = "20260201000000_Second";

    private readonly TemporaryFolder folder = new();

    public FakeEnvironment(string name = EnvironmentDescription.Staging)
    {
        Write("docker-stack.yml", "services: {}");
        Write("Dockerfile", "FROM base");
        Published = ChecksumList.Of(folder.Path);
        Parts = new DeploymentParts(
            Example.Description(name), Example.Secrets(name), new EnvironmentState(Path.Combine(folder.Path, "environments"), name), [],
            this, this, new DrilledReleaseTrust(), this, Path.Combine(folder.Path, "history.jsonl"), Path.Combine(folder.Path, "runs"), Time);
    }

    public ManualTime Time { get; } = new(pausesPass: true);

    public RecordingConsole Console { get; } = new();

    public SecretMask Mask { get; } = new();

    public DeploymentParts Parts { get; set; }

    /// <summary>What was done that changes something, or could.</summary>
    public List<string> Done { get; } = [];

    public List<ReleaseSpecification> Specifications { get; } = [];

    public Dictionary<string, ReleaseImage> Releases { get; } = new()
    {
        ["v1.0.0"] = new("v1.0.0", "sha256:one", "build-one", "commit-one", First),
        ["v1.1.0"] = new("v1.1.0", "sha256:two", "build-two", "commit-two", Second),
    };

    public HashSet<string> Absent { get; } = [];

    public IReadOnlyList<string> Running { get; set; } = [];

    public SchemaRevision? Schema { get; set; }

    /// <summary>Told by the migration of the newer release.</summary>
    public string CompatibleFrom { get; set; } = First;

    /// <summary>By the first argument of the job.</summary>
    public Dictionary<string, Func<CommandResult>> Jobs { get; } = [];

    public Func<ReleaseSpecification, Rollout>? Rollouts { get; set; }

    /// <summary>What undoing the newer release's migration would lose.</summary>
    public List<string> Losses { get; } = [];

    /// <summary>The checksums that releases were published with: those of the checkout, until a test changes one of the two.</summary>
    public ChecksumList? Published { get; set; }

    /// <summary>What a run that was killed still does here.</summary>
    public List<string> Orphans { get; } = [];

    public string? AnswersAs { get; set; }

    public bool BackupIsGood { get; set; } = true;

    /// <summary>Into the checkout.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.Path, file), text);

    public void Delete(string file) => File.Delete(Path.Combine(folder.Path, file));

    public static CommandResult Failed(string error) => new(1, "", error, TimeSpan.Zero);

    public async Task<ProcedureResult> RunAsync(Func<ProcedureSession, Task<ProcedureResult>> procedure)
    {
        using var session = new ProcedureSession(new ProcedureOptions("Deploy", folder.Path, Parts.RunsFolder), Console, new FakeRunner(), Mask, TimeProvider.System);
        return await procedure(session);
    }

    public Task<ProcedureResult> DeployAsync(string tag, bool dryRun = false) =>
        RunAsync(session => DeployProcedure.RunAsync(session, Parts, new DeploymentRequest("Deploy", tag, "a test", Wait: null, dryRun)));

    public Task<IReadOnlyList<string>> ServingAsync(CancellationToken cancellation) => Task.FromResult(Running);

    public Task<IReadOnlyList<string>> ReplicasAsync(CancellationToken cancellation) => Task.FromResult(Running);

    public Task<CommandResult> RunJobAsync(ReleaseSpecification release, ProductProgram program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        Specifications.Add(release);
        if (arguments is ["up"] or ["check-config"])
            Done.Add(string.Join(' ', arguments));
        if (Jobs.TryGetValue(arguments[0], out var job))
            return Task.FromResult(job());
        var head = Releases.Values.Single(one => one.ImageId == release.Image).SchemaHead;
        IReadOnlyList<string> pending = [.. new[] { First, Second }.Where(id => string.CompareOrdinal(id, head) <= 0 && Schema?.Applied.Contains(id) != true)];
        return Task.FromResult(FakeStack.Result(arguments[0] switch
        {
            "status" => $"{{\"pending\":[{string.Join(',', pending.Select(id => $"\"{id}\""))}]}}",
            "script" => string.Concat(pending.Select(id => $"ALTER TABLE x ADD y; INSERT INTO schema_info (id, revision, compatible_from) VALUES (1, '{id}', '{(id == First ? First : CompatibleFrom)}')\n")),
            "up" when pending.Count > 0 => Apply(head),
            "down" => Down(arguments, head),
            _ => "",
        }));
    }

    public Task<IReadOnlyList<string>> RemoveOrphansAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> ended = [.. Orphans];
        Orphans.Clear();
        return Task.FromResult(ended);
    }

    /// <summary>What a step of this process could not remove.</summary>
    public List<string> Own { get; } = [];

    public Task<IReadOnlyList<string>> RemoveOwnAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> ended = [.. Own];
        Own.Clear();
        return Task.FromResult(ended);
    }

    public Task<Rollout> RolloutAsync(ReleaseSpecification release, CancellationToken cancellation)
    {
        Specifications.Add(release);
        Done.Add($"rollout {release.Labels[ReleaseSpecification.ReleaseLabel]}");
        if (Rollouts is not null)
            return Task.FromResult(Rollouts(release));
        Running = [release.Image, release.Image];
        return Task.FromResult(new Rollout(RolloutEnd.Completed));
    }

    public Task StopAsync(CancellationToken cancellation)
    {
        Done.Add("stop");
        Running = [];
        return Task.CompletedTask;
    }

    public Task RemoveAsync(CancellationToken cancellation)
    {
        Done.Add("remove");
        Running = [];
        return Task.CompletedTask;
    }

    /// <summary>A revision on which whatever runs is not ready.</summary>
    public string? NotReadyOn { get; set; }

    public HttpClient NewClient() => new AnsweringHandler(request => (request.RequestUri!.AbsolutePath == "/readyz" && NotReadyOn is { } revision && Schema?.Revision == revision ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, request.RequestUri!.AbsolutePath switch
    {
        "/healthz" => "{\"status\":\"ok\"}",
        "/readyz" => $"{{\"status\":\"ready\",\"database\":\"connected\",\"schema\":\"{Schema?.Revision}\"}}",
        _ => $"{{\"build_id\":\"{AnswersAs ?? Releases.Values.Single(one => one.ImageId == Running[0]).BuildId}\",\"schema_revision\":\"{Schema?.Revision}\"}}",
    })).Client();

    public Task<ReleaseImage> EnsureAsync(string tag, CancellationToken cancellation) => Task.FromResult(Releases[tag]);

    public ChecksumList? ChecksumsOf(string tag) => Published;

    public Task<bool> IsPresentAsync(string imageId, CancellationToken cancellation) => Task.FromResult(!Absent.Contains(imageId));

    public Task<IReadOnlyList<string>> KeepAsync(string environment, IReadOnlyList<ReleaseImage> releases, CancellationToken cancellation)
    {
        Done.Add($"keep {string.Join(' ', releases.Select(release => release.Tag))}");
        return Task.FromResult<IReadOnlyList<string>>([]);
    }

    public Task<SchemaRevision?> SchemaAsync(CancellationToken cancellation) => Task.FromResult(Schema);

    public Task<BackupFile> BackUpAsync(string reason, CancellationToken cancellation)
    {
        Done.Add("back up");
        var manifest = new BackupManifest
        {
            Product = BackupManifest.QualityGovernance, Database = "qgp", Revision = Schema!.Revision, CompatibleFrom = Schema.CompatibleFrom, ServerVersion = "15.1",
            Created = Time.GetUtcNow(), Reason = reason, Tables = [], Sha256 = "abc", SizeBytes = 1, Encrypted = false,
        };
        return Task.FromResult(new BackupFile("/backups/one.dump", manifest, BackupIsGood ? new BackupVerification("abc", Time.GetUtcNow(), 1, "image") : null));
    }

    /// <summary>Databases of restores that never came to their end.</summary>
    public List<string> UnfinishedRestores { get; } = [];

    public Task<IReadOnlyList<string>> RemoveUnfinishedRestoresAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> names = [.. UnfinishedRestores];
        UnfinishedRestores.Clear();
        return Task.FromResult(names);
    }

    private string Down(IReadOnlyList<string> arguments, string head)
    {
        var undone = Schema!.Applied.Reverse().TakeWhile(id => id != arguments[2]).ToList();
        if (Schema.Halfway is { } halfway)
            undone.Insert(0, halfway.Id);
        undone.ShouldAllBe(id => string.CompareOrdinal(id, head) <= 0, "a release undoes what it knows");
        if (arguments.Contains("--dry-run"))
            return $"{{\"undo\":[{string.Join(',', undone.Select(id => $"\"{id}\""))}],\"losses\":[{string.Join(',', Losses.Select(name => $"{{\"name\":\"{name}\",\"count\":3,\"unit\":\"values\"}}"))}]}}";
        Done.Add(string.Join(' ', arguments));
        return Apply(arguments[2]);
    }

    /// <summary>A job that begins the newer release's migration, which is not one transaction, and comes to grief in its second step.</summary>
    public CommandResult HalfApply()
    {
        Schema = Schema! with { Halfway = new HalfAppliedMigration(Second, 1, 3) };
        return Failed($"Failed while applying {Second}: duplicate key. {Second} is half applied: 1 of 3 steps were applied; step 2, the index ix_a on a, was interrupted and left the invalid index ix_a.");
    }

    public string Apply(string head)
    {
        Schema = new SchemaRevision(head, head == First ? First : CompatibleFrom, [.. new[] { First, Second }.Where(id => string.CompareOrdinal(id, head) <= 0)]);
        return $"Applied {head}.";
    }

    public void Dispose() => folder.Dispose();
}
