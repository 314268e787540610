using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

/// <summary>A stack on which everything goes well, until a test tells it otherwise.</summary>
internal sealed class FakeStack(FakeService service) : IRehearsalStack
{
    public List<string> Calls { get; } = [];

    public List<string> Problems { get; } = [];

    public List<string> Remains { get; } = [];

    public List<ProbePath> Paths { get; } = [];

    /// <summary>Called with the name of every call before it does anything.</summary>
    public Action<string, CancellationToken> On { get; set; } = (_, _) => { };

    public Dictionary<string, CommandResult> Results { get; } = new()
    {
        ["status --head"] = Result("20261123000000_Initial"),
        ["up"] = Result(""),
        ["status --json"] = Result("""{"provider":"postgresql","head":"20261123000000_Initial","applied":"20261123000000_Initial","pending":[],"unknown":[]}"""),
        ["create-admin"] = Result(""),
        ["check-config"] = Result(""),
        ["describe-config --json"] = Result("""[{"name":"APP_ENV","default":"development","rule":"One of four.","holds_secret":false,"file":null},{"name":"SECRET_KEY","default":"none","rule":"A long one.","holds_secret":true,"file":"SECRET_KEY_FILE"},{"name":"LOG_LEVEL","default":"INFO","rule":"A level.","holds_secret":false,"file":null}]"""),
        ["healthcheck"] = Result("http://127.0.0.1:8000/healthz answered 200."),
    };

    public BuiltProduct Built { get; set; } = new("1.2.3", "abc", "build-1", "sha256:1") { Layers = [new ImageLayer(120_000_000, ""), new ImageLayer(30_000_000, "COPY dir:1 in /app")], SizeBytes = 150_000_000 };

    public string? Hopeless { get; set; }

    public string Kind => "fake";

    public Uri Address => service.Address;

    public static CommandResult Result(string output, int exitCode = 0, string error = "") => new(exitCode, output, error, TimeSpan.Zero);

    public async Task<IReadOnlyList<string>> FindProblemsAsync(StepContext context, CancellationToken cancellation)
    {
        await Called("FindProblems", cancellation);
        return Problems;
    }

    public Task RemoveLeftoversAsync(StepContext context, CancellationToken cancellation) => Called("RemoveLeftovers", cancellation);

    public async Task<BuiltProduct> BuildAsync(StepContext context, CancellationToken cancellation)
    {
        await Called("Build", cancellation);
        return Built;
    }

    public Task StartDatabaseAsync(StepContext context, CancellationToken cancellation) => Called("StartDatabase", cancellation);

    public async Task<CommandResult> MigrationsAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await Called("Migrations " + string.Join(' ', arguments), cancellation);
        return arguments[0] == "create-admin" ? Results["create-admin"] : Results[string.Join(' ', arguments)];
    }

    public async Task<CommandResult> ServiceAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await Called("Service " + string.Join(' ', arguments), cancellation);
        return Results[string.Join(' ', arguments)];
    }

    public Task<IReadOnlySet<string>> VariablesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string> { "APP_ENV", "SECRET_KEY_FILE" });

    public Task StartApplicationAsync(StepContext context, CancellationToken cancellation) => Called("StartApplication", cancellation);

    public Task RestartApplicationAsync(StepContext context, CancellationToken cancellation) => Called("RestartApplication", cancellation);

    public async Task<string?> WhyHopelessAsync(CancellationToken cancellation)
    {
        await Called("WhyHopeless", cancellation);
        return Hopeless;
    }

    public Task VerifyServingAsync(BuiltProduct built, StepContext context, CancellationToken cancellation)
    {
        if (built.ImageId is { } image)
            context.Observe(FactNames.ServingImage, image);
        return Called("VerifyServing", cancellation);
    }

    public Task<CommandResult> OwnProbeAsync(CancellationToken cancellation) => ServiceAsync(["healthcheck"], cancellation);

    public IReadOnlyList<ProbePath> ProbePaths() => Paths;

    public Task<IReadOnlyList<string>> SceneAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>(["the last words of the container"]);

    public Task TearDownAsync(StepContext context, CancellationToken cancellation) => Called("TearDown", cancellation);

    public Task<IReadOnlyList<string>> FindRemainsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>(Remains);

    public IReadOnlyList<string> Usage() => ["use it like this"];

    public ValueTask DisposeAsync()
    {
        Calls.Add("Dispose");
        return ValueTask.CompletedTask;
    }

    private Task Called(string call, CancellationToken cancellation)
    {
        Calls.Add(call);
        On(call, cancellation);
        return Task.CompletedTask;
    }
}
