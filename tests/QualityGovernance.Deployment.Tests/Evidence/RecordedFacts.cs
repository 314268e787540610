using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence;

/// <summary>Records of rehearsals with everything that a pack shows, of which a test may change or take away what it likes.</summary>
internal sealed class RecordedFacts : IDisposable
{
    public const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly TemporaryFolder folder = new();

    public ManualTime Time { get; } = new();

    public string Runs => Path.Combine(folder.Path, "runs");

    public string Evidence => Path.Combine(folder.Path, "evidence");

    /// <summary>By step and name; the step "" is the start of the run.</summary>
    public Dictionary<(string Step, string Name), string> Facts { get; } = new()
    {
        [("", FactNames.Commit)] = "0123456789abcdef0123456789abcdef01234567",
        [("", "dirty")] = "no",
        [("", FactNames.Version)] = "1.2.3",
        [("", "stack")] = "containers",
        [("", "machine")] = "Debian GNU/Linux 12 on X64, 2 processors",
        [("", "runtime")] = ".NET 10.0.1",
        [("", "build")] = "clean",
        [("CheckPrerequisites", "engine")] = "20.10.24 (API 1.41, overlay2)",
        [("CheckPrerequisites", "engine-client")] = "20.10.24 (/usr/bin/docker)",
        [("CheckPrerequisites", "compose")] = "docker-compose 1.29.2",
        [("CheckPrerequisites", "free-disk")] = "80.0 GB",
        [("CheckPrerequisites", FactNames.Checksums)] = $"{Hash}  Dockerfile\n{Hash}  docker-stack.yml\n",
        [("BuildImage", FactNames.BuildId)] = "build-1",
        [("BuildImage", FactNames.ImageId)] = "sha256:d0e3e8b941d66f122257080cec5c8fd0",
        [("BuildImage", FactNames.ImageBytes)] = "150000000",
        [("BuildImage", FactNames.ImageBudget)] = "200 MB",
        [("BuildImage", FactNames.ImageLayers)] = """[{"bytes":120000000,"createdBy":""},{"bytes":30000000,"createdBy":"COPY dir:0123456789abcdef0123 in /app"}]""",
        [("BuildImage", FactNames.BaseKind)] = "official",
        [("BuildImage", "base-runtime")] = "runtime@sha256:1",
        [("BuildImage", "base-postgres")] = "postgres@sha256:2",
        [("StartPostgres", FactNames.Database)] = "PostgreSQL 15.20",
        [("ApplyMigrations", FactNames.SchemaHead)] = "20261123000000_Initial",
        [("ApplyMigrations", FactNames.SchemaApplied)] = "20261123000000_Initial",
        [("ApplyMigrations", "provider")] = "postgresql",
        [("StartApplication", FactNames.Address)] = "http://127.0.0.1:40001/",
        [("StartApplication", FactNames.Settings)] = """[{"name":"APP_ENV","source":"variable","rule":"One of four.","secret":false},{"name":"SECRET_KEY","source":"file","rule":"A long one.","secret":true}]""",
        [("VerifyHealth", FactNames.AnswerPrefix + "/healthz")] = """GET /healthz: 200 {"status":"ok"}""",
        [("VerifyHealth", FactNames.AnswerPrefix + "/readyz")] = """GET /readyz: 200 {"status":"ready"}""",
        [("VerifyHealth", FactNames.AnswerPrefix + "/api/v1/meta/version")] = """GET /api/v1/meta/version: 200 {"version":"1.2.3"}""",
        [("VerifyHealth", FactNames.ServingImage)] = "sha256:d0e3e8b941d66f122257080cec5c8fd0",
        [("VerifyHealth", "container-state")] = "app is running, healthy",
        [("VerifyHealth", "schema_revision")] = "20261123000000_Initial",
    };

    /// <summary>How long each step takes; 2 s where nothing is said.</summary>
    public Dictionary<string, double> Seconds { get; } = [];

    /// <summary>Steps after one that failed are not run.</summary>
    public (string Step, Outcome Outcome)? Ends { get; set; }

    /// <summary>Receipts of other names, with what they observed.</summary>
    public Dictionary<string, (Outcome Outcome, string Fact)> More { get; } = [];

    /// <summary>The receipts beside the steps without which the pack of a rehearsal is incomplete.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["Waivers", "SoftwareBillOfMaterials", "ScanDependencies", "ScanSecrets", "ScanContainers", "ScanImage"];

    /// <summary>Adds all of them to what is written from now on.</summary>
    public RecordedFacts WithParts()
    {
        foreach (var part in Parts)
            More[part] = (Outcome.Passed, $"what {part} saw");
        return this;
    }

    /// <param name="tamper">Changes the ledger after it was written.</param>
    public RunRecord Write(Func<string, string>? tamper = null)
    {
        Time.Advance(TimeSpan.FromMinutes(10));
        var run = Run.Create(Runs, Time);
        using (var ledger = new Ledger(run, text => text.Replace("hunter2", "***", StringComparison.Ordinal)))
        {
            var began = Time.GetUtcNow();
            ledger.Append(new Receipt { Kind = ReceiptKind.RunStarted, Name = "Rehearsal", Started = began, Ended = began, Observations = new() { ["steps"] = string.Join(' ', RehearsalPlan.Names) }, Inputs = Of("") });
            var stopped = false;
            foreach (var name in RehearsalPlan.Names)
            {
                ledger.Append(stopped ? NotRun(name) : Step(run, name));
                stopped |= Ends?.Step == name && Ends?.Outcome == Outcome.Failed;
            }

            foreach (var (name, (outcome, fact)) in More)
                ledger.Append(new Receipt { Kind = ReceiptKind.Item, Name = name, Outcome = outcome, Reason = outcome == Outcome.Passed ? null : "There is a reason.", Started = Time.GetUtcNow(), Ended = Time.GetUtcNow(), Observations = new() { ["fact"] = fact } });
            ledger.Seal(began, Time.GetUtcNow());
        }

        if (tamper is not null)
            File.WriteAllText(run.LedgerPath, tamper(File.ReadAllText(run.LedgerPath)));
        return RunVerifier.Read(run);
    }

    public void Dispose() => folder.Dispose();

    private SortedDictionary<string, string> Of(string step) => new(Facts.Where(fact => fact.Key.Step == step).ToDictionary(fact => fact.Key.Name, fact => fact.Value), StringComparer.Ordinal);

    private Receipt NotRun(string name) =>
        new() { Kind = ReceiptKind.Step, Name = name, Outcome = Outcome.NotRun, Reason = "The rehearsal stopped before it.", Started = Time.GetUtcNow(), Ended = Time.GetUtcNow() };

    private Receipt Step(Run run, string name)
    {
        var outcome = Ends?.Step == name ? Ends.Value.Outcome : Outcome.Passed;
        var index = RehearsalPlan.Names.ToList().IndexOf(name) + 1;
        var started = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(Seconds.GetValueOrDefault(name, 2)));
        using var log = new StepLog(run, $"{index}-{name}.log", Time, text => text);
        log.Line($"{name} did something");
        return new Receipt
        {
            Kind = ReceiptKind.Step,
            Name = name,
            Index = index,
            Of = RehearsalPlan.Names.Count,
            Outcome = outcome,
            Reason = outcome == Outcome.Passed ? null : "There is a reason.",
            Started = started,
            Ended = Time.GetUtcNow(),
            Observations = outcome == Outcome.Failed ? [] : Of(name),
            Log = log.Close(),
        };
    }
}
