using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Drills;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Bills;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>A repository of its own from which a release can go all its way: rehearsed, scanned, signed, approved, published, and deployed to a staging and a production of its own.</summary>
internal sealed class ReleaseCheckout : IAsyncDisposable
{
    private static readonly string[] Taken =
    [
        "docker-compose.sandbox.yml", "docker-stack.yml", "global.json", ".gitignore", ".env.sandbox.example", ".nuke/proxy/haproxy.cfg", ".nuke/proxy/tls.yml", ".nuke/backups/service.yml", ".nuke/scan-allow.json", ".nuke/waivers.json",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-release-");
    private readonly string name = $"{DeployedEnvironment.Prefix}{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
    private readonly SecretMask mask = new();
    private readonly ContainerEngine engine;
    private readonly List<ReleaseEnvironment> environments = [];
    private RehearsedName? rehearsed;

    private ReleaseCheckout(ContainerEngine engine) => this.engine = engine;

    public string Root => Path.Combine(folder.FullName, "checkout");

    /// <summary>Of the release; no other checkout has published it on this engine.</summary>
    public string Tag => $"v1.0.0-{name}";

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Who approves in which role, each with a key of their own.</summary>
    public IReadOnlyDictionary<string, string> Approvers { get; } = new Dictionary<string, string> { ["technical"] = "jane.doe", ["security"] = "omar.haddad", ["operations"] = "li.wei", ["owner"] = "ana.silva" };

    public ReleaseEnvironment Staging => environments[0];

    public ReleaseEnvironment Production => environments[1];

    private string RunsFolder => Path.Combine(Root, "artifacts", "runs");

    public static async Task<ReleaseCheckout> NewAsync(ContainerEngine engine, string realImage)
    {
        var checkout = new ReleaseCheckout(engine);
        checkout.Write(realImage);
        checkout.rehearsed = await RehearsedName.GiveToAsync(engine, realImage);
        var postgres = (await new BaseImages(engine, new Machine(), Checkout.Root, _ => { }).PresentAsync())!.Postgres;
        foreach (var environment in new[] { EnvironmentDescription.Staging, EnvironmentDescription.Production })
            checkout.environments.Add(await ReleaseEnvironment.NewAsync(engine, environment, $"{checkout.name}-{environment}", postgres, checkout.Root, checkout.mask, checkout.Variables));
        await checkout.GitAsync("init", "--quiet");
        await checkout.CommitAsync("sam.author@example.org");
        return checkout;
    }

    /// <summary>Everything as it stands becomes a commit.</summary>
    public async Task CommitAsync(string author)
    {
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=t", "-c", $"user.email={author}", "commit", "--quiet", "--message", "a commit");
    }

    /// <summary>Where an approver keeps their key; its public half is for a commit.</summary>
    public string KeyOf(string approver) => Path.Combine(folder.FullName, approver, "key.pem");

    /// <summary>The variables of the shell that an approver types in.</summary>
    public IReadOnlyDictionary<string, string> ShellOf(string approver) => new Dictionary<string, string> { [SigningKeySource.Variable + "_FILE"] = KeyOf(approver) };

    /// <summary>The ids of rehearsals, oldest first.</summary>
    public IReadOnlyList<string> Rehearsals() => [.. new RunHistory(RunsFolder).Runs.Where(run => RunVerifier.Read(run).Start?.Name == "Rehearsal").Select(run => run.Id.Value)];

    public RunRecord LastRun() => RunVerifier.Read(new RunHistory(RunsFolder).Runs[^1]);

    public string FolderOfRelease() => Path.Combine(Root, "artifacts", "releases", Tag);

    /// <summary>What a machine with data for its scanners records of the rehearsed image. They find nothing.</summary>
    public async Task ScanWithDataAsync()
    {
        var runner = new ScriptedScanners(new ProcessRunner(mask));
        var console = new RecordingConsole();
        using var client = new HttpClient(runner);
        using (var session = new ProcedureSession(new ProcedureOptions("Scan", Root, RunsFolder), console, runner, mask, TimeProvider.System))
            (await new Scan(new ScanOptions(Root, RunsFolder, RehearsedName.Name), new MachineWithScanner(), client, TimeProvider.System).RunAsync(session)).ExitCode.ShouldBe(0, console.Text);
        using var bill = new ProcedureSession(new ProcedureOptions(BillOfMaterials.Procedure, Root, RunsFolder), console, runner, mask, TimeProvider.System);
        (await new BillOfMaterials(new BillOptions(Root, RehearsedName.Name), new Machine()).RunAsync(bill)).ExitCode.ShouldBe(0, console.Text);
    }

    /// <summary>A reset drill that went well, as the real one puts it on record: production asks for one, and <see cref="ResetDrillTests"/> types it.</summary>
    public void RecordDrill()
    {
        var run = Run.Create(RunsFolder, TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        using (var ledger = new Ledger(run, text => text))
        {
            ledger.Append(new Receipt { Kind = ReceiptKind.RunStarted, Name = "ResetDrill", Started = now, Ended = now, Observations = new() { ["steps"] = "VerifyRecovery" } });
            ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = "VerifyRecovery", Index = 1, Of = 1, Outcome = Outcome.Passed, Started = now, Ended = now });
            ledger.Seal(now, now);
        }

        var record = RunVerifier.Read(run);
        new DrillHistory(Path.Combine(Root, "artifacts", "drills", "history.jsonl")).Add(new DrillRecord(now, run.Id.Value, Gate.Of(record).Judge(record).Word, RecoveryTimeSeconds: null, RecoveryPointSeconds: null));
    }

    /// <summary>Ends what a rehearsal was told to leave: its stack, the name of its image and its folder, which has secrets in it.</summary>
    public async Task EndRehearsalAsync(string run)
    {
        await engine.RemoveAllAsync(Labels.For(Purposes.Rehearsal, run), volumes: true);
        await engine.RemoveImageAsync($"quality-governance:rehearsal-{run}");
        if (Path.Combine(Path.GetTempPath(), $"qgp-rehearsal-{run}") is var kept && Directory.Exists(kept))
            Directory.Delete(kept, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var environment in environments)
            await environment.DisposeAsync();
        foreach (var run in Rehearsals())
            await EndRehearsalAsync(run);
        var commits = (await GitAsync("log", "--format=%H")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var image in commits.Append(Tag).Select(tag => $"quality-governance:{tag}"))
            await engine.RemoveImageAsync(image);
        if (rehearsed is not null)
            await rehearsed.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private Task<CommandResult> GitAsync(params string[] arguments) => new ProcessRunner(mask).CheckedAsync(Command.Of("git", ["-C", Root, .. arguments]));

    private void Write(string realImage)
    {
        foreach (var file in Taken)
            Write(file, File.ReadAllText(Path.Combine(Checkout.Root, file)));
        Write("Directory.Build.props", $"<Project><PropertyGroup><Version>{Tag[1..]}</Version></PropertyGroup></Project>");
        Write("Dockerfile", Dockerfile(realImage));
        EmptySolution.WriteTo(Root);
        Write(".nuke/parameters.json", new JsonObject { ["State"] = Path.Combine(Root, "artifacts", "state"), ["ImageBudget"] = 200 }.ToJsonString());
        Write(".nuke/approvals.json", JsonSerializer.Serialize(new { production = Approvers.Keys, people = Approvers.ToDictionary(one => one.Value, one => new { email = $"{one.Value}@example.org", roles = new[] { one.Key } }) }));
    }

    /// <summary>The real one, whose first stage is the real image: what is rehearsed is a label on what the tests have built.</summary>
    private static string Dockerfile(string realImage)
    {
        const string Stage = "FROM ${SDK_IMAGE} AS build", Copied = "COPY --from=build /app /app\n";
        var real = File.ReadAllText(Path.Combine(Checkout.Root, "Dockerfile"));
        return $"{real[..real.IndexOf(Stage, StringComparison.Ordinal)]}FROM {realImage} AS final\nWORKDIR /app\n{real[(real.IndexOf(Copied, StringComparison.Ordinal) + Copied.Length)..]}";
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
        File.WriteAllText(Path.Combine(Root, file), text);
    }
}
