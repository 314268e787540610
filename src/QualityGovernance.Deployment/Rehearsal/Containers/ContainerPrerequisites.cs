using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>Looks for everything that a rehearsal in containers needs, and changes nothing.</summary>
internal sealed class ContainerPrerequisites(RehearsalOptions options, ICommandRunner runner, IMachine machine)
{
    public const string ComposeFile = "docker-compose.sandbox.yml";

    /// <summary>The oldest engine that knows everything the compose file and the clean-up ask of it.</summary>
    private static readonly Version OldestEngine = new(20, 10);

    private static readonly Version OldestComposeProgram = new(1, 29);

    /// <summary>Where official base images come from.</summary>
    private static readonly Uri[] Registries = [new("https://mcr.microsoft.com/v2/"), new("https://registry-1.docker.io/v2/")];

    private static readonly TimeSpan RegistryPatience = TimeSpan.FromSeconds(5);

    private readonly List<string> problems = [];

    /// <summary>Null after <see cref="FindAsync"/> where no engine answers.</summary>
    public ContainerEngine? Engine { get; private set; }

    public EngineFacts? Facts { get; private set; }

    public async Task<IReadOnlyList<string>> FindAsync(int? askedPort, StepContext context, CancellationToken cancellation)
    {
        await EngineAsync(context, cancellation);
        foreach (var file in new[] { "Dockerfile", ComposeFile, "global.json" }.Where(file => !File.Exists(Path.Combine(options.Root, file))))
            problems.Add($"{Path.Combine(options.Root, file)} is missing.");
        if (Engine is not null && Facts is not null)
        {
            await PortAsync(askedPort, cancellation);
            await BaseImagesAsync(context, cancellation);
            Disk(Facts.DataRoot, context);
        }

        return problems;
    }

    private async Task EngineAsync(StepContext context, CancellationToken cancellation)
    {
        try
        {
            var clients = new DockerClients(runner, machine);
            var engine = await clients.FindAsync(cancellation);
            Facts = await clients.FactsAsync(engine, cancellation);
            Engine = engine;
        }
        catch (EngineUnavailableException e)
        {
            problems.Add(e.Message);
            return;
        }

        context.Say(Facts.ToString());
        context.Input("engine", $"{Facts.ServerVersion} (API {Facts.ApiVersion}, {Facts.StorageDriver})");
        context.Input("engine-client", $"{Facts.ClientVersion} ({Facts.Client})");
        context.Input("compose", Facts.Compose?.ToString() ?? "none");
        if (IsOlder(Facts.ServerVersion, OldestEngine))
            problems.Add($"The engine has version {Facts.ServerVersion}; {OldestEngine} is the oldest that can be used.");
        if (Facts.Compose is null)
            problems.Add("Neither \"docker compose\" nor docker-compose is installed.");
        else if (IsOlder(Facts.Compose.Version, OldestComposeProgram))
            problems.Add($"{Facts.Compose} is too old; {OldestComposeProgram} is the oldest that can be used.");
    }

    /// <summary>A port that only an orphan holds is freed in the next step.</summary>
    private async Task PortAsync(int? asked, CancellationToken cancellation)
    {
        if (asked is not { } port || !FreePort.IsTaken(port))
            return;
        var runs = await new Leftovers(Engine!).FindAsync(cancellation);
        var holder = (await Engine!.CheckedAsync(["ps", "--filter", $"publish={port}", "--format", $$$"""{{.Names}}|{{.Label "{{{Labels.Run}}}"}}"""], cancellation: cancellation)).Output.Trim();
        if (holder.Split('|') is [_, var run] && runs.GetValueOrDefault(run) is { MayBeAlive: false })
            return;
        problems.Add($"Port {port} on 127.0.0.1 is taken{(holder.Length > 0 ? $" by the container {holder.Split('|')[0]}" : "")}. Give another one with --port, or none.");
    }

    private async Task BaseImagesAsync(StepContext context, CancellationToken cancellation)
    {
        var present = await new BaseImages(Engine!, machine, options.Root, context.Log).PresentAsync(cancellation);
        if (present is not null)
        {
            context.Observe("base-images", present);
            return;
        }

        var canBeMade = machine.FindAll("mmdebstrap").Count > 0;
        if (canBeMade || await RegistriesAnswerAsync(context, cancellation))
            context.Observe("base-images", canBeMade ? "not here yet; they are fetched, or made from packages" : "not here yet; they are fetched");
        else
            problems.Add("The base images are not here, no registry answers, and mmdebstrap, which makes stand-ins for them, is not installed.");
    }

    private static async Task<bool> RegistriesAnswerAsync(StepContext context, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = RegistryPatience };
        foreach (var registry in Registries)
        {
            try
            {
                using var answer = await client.GetAsync(registry, cancellation);
                context.Log($"{registry} answered {(int)answer.StatusCode}");
            }
            catch (HttpRequestException e)
            {
                context.Log($"{registry}: {e.Message}");
                return false;
            }
            catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
            {
                context.Log($"{registry} did not answer within {RegistryPatience.TotalSeconds:0} s");
                return false;
            }
        }

        return true;
    }

    private void Disk(string dataRoot, StepContext context)
    {
        // The engine may be on another machine, whose disk cannot be seen from here.
        if (!Directory.Exists(dataRoot))
            return;
        context.Observe("free-disk", FreeDisk.Free(dataRoot));
        if (FreeDisk.Problem(dataRoot, FreeDisk.RequiredBytes) is { } problem)
            problems.Add(problem);
    }

    /// <summary>Versions carry suffixes such as "+dfsg1"; one that cannot be read is not judged.</summary>
    private static bool IsOlder(string version, Version oldest) =>
        Version.TryParse(new string([.. version.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]), out var parsed) && parsed < oldest;
}
