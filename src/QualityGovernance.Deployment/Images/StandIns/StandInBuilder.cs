using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>Makes a stand-in unless it is there already: packages into a file system, what is missing on top, and all of it into the engine as one layer.</summary>
/// <param name="engine">Gets the image.</param>
/// <param name="machine">Whose package sources are used.</param>
/// <param name="say">Hears what is made, and how long it took.</param>
/// <param name="detail">Hears what the image tool prints.</param>
public sealed class StandInBuilder(ContainerEngine engine, IMachine machine, Action<string> say, Action<string>? detail = null)
{
    /// <summary>Has PostgreSQL 15 with server and tools, whatever the release of this host is.</summary>
    private const string Suite = "bookworm";

    /// <summary>Nothing is installed by dpkg here, so nothing is on its record. What is in the image is written where images without dpkg keep it, and where scanners look for it.</summary>
    private const string Record =
        """mkdir -p "$1/var/lib/dpkg/status.d" && for deb in "$1"/var/cache/apt/archives/*.deb; do dpkg-deb --field "$deb" > "$1/var/lib/dpkg/status.d/$(dpkg-deb --field "$deb" Package)" || exit 1; done""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <returns>The image's name.</returns>
    public async Task<string> EnsureAsync(StandInRecipe recipe, bool refresh = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var inputs = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{recipe.Inputs} {string.Join('\n', recipe.Configuration)} {recipe.StopSignal}")));
        var existing = await engine.ImageAsync(recipe.Name, cancellation);
        if (!refresh && existing?.Labels.GetValueOrDefault(Labels.Inputs) == inputs)
            return recipe.Name;
        if (machine.FindAll("mmdebstrap").Count == 0)
            throw new DeploymentException($"The base image {recipe.Name} cannot be made: there is no mmdebstrap on this machine.", EngineUnavailableException.Remedy);
        say($"Making the stand-in {recipe.Name} ({recipe.MadeOf}) ...");
        var started = Stopwatch.GetTimestamp();
        var directory = Directory.CreateTempSubdirectory("qgp-base-");
        try
        {
            var packages = Path.Combine(directory.FullName, "packages.tar");
            await BootstrapAsync(recipe, packages, cancellation);
            await ImportAsync(recipe, inputs, packages, cancellation);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        var image = await engine.ImageAsync(recipe.Name, cancellation) ?? throw new DeploymentException($"The engine took {recipe.Name} and does not have it.");
        await RemoveReplacedAsync(existing, image, cancellation);
        say($"Made {recipe.Name}: {image.SizeBytes / 1_000_000} MB in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s.");
        return recipe.Name;
    }

    /// <summary>Only unpacks: no script of a package runs, so nothing of this host gets in and the whole takes seconds.</summary>
    private Task<CommandResult> BootstrapAsync(StandInRecipe recipe, string target, CancellationToken cancellation)
    {
        string[] arguments = ["--variant=extract", $"--extract-hook={Record}", $"--include={string.Join(',', recipe.Packages)}", Suite, target, .. Sources()];
        return engine.Runner.CheckedAsync(new Command("mmdebstrap", arguments) { Timeout = Patience }, detail, cancellation);
    }

    /// <summary>A host of the same release may have a mirror of its own; elsewhere the distribution's default is used.</summary>
    private IEnumerable<string> Sources() =>
        new[] { "/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list" }
            .Where(file => (machine.ReadText(file) ?? "").Split([' ', '\n', '\t']).Contains(Suite))
            .Take(1);

    private async Task ImportAsync(StandInRecipe recipe, string inputs, string packages, CancellationToken cancellation)
    {
        var labels = Labels.For(Purposes.Base).Append(new(Labels.BaseKind, BaseKind.StandIn.Word())).Append(new(Labels.Inputs, inputs));
        var changes = recipe.Configuration.Concat(labels.Select(label => $"LABEL {label.Key}={label.Value}")).SelectMany(change => new[] { "--change", change });
        var name = recipe.StopSignal is null ? recipe.Name : recipe.Name + "-unfinished";
        var import = new Command(engine.Client, ["import", .. changes, "-", name])
        {
            Timeout = Patience,
            WriteInput = (stream, token) => WriteAsync(recipe, packages, stream, token),
        };
        await engine.Runner.CheckedAsync(import, detail, cancellation);
        if (recipe.StopSignal is { } signal)
            await FinishAsync(name, recipe.Name, signal, cancellation);
    }

    /// <summary>An import cannot set the stop signal; a build without any instruction that runs can.</summary>
    private async Task FinishAsync(string unfinished, string name, string signal, CancellationToken cancellation)
    {
        var build = Command.Of(engine.Client, "build", "--tag", name, "-") with { StandardInput = $"FROM {unfinished}\nSTOPSIGNAL {signal}\n", Timeout = Patience };
        await engine.Runner.CheckedAsync(build, detail, cancellation);
        await engine.RemoveImageAsync(unfinished, cancellation);
    }

    private static async Task WriteAsync(StandInRecipe recipe, string packages, Stream target, CancellationToken cancellation)
    {
        var certificates = new List<string>();
        await using var root = new RootFileSystem(target);
        await using var source = File.OpenRead(packages);
        await root.PackagesAsync(source, recipe.Drops, Collect, cancellation);
        await recipe.AddAsync(root, certificates, cancellation);

        void Collect(string path, Stream content)
        {
            if (!path.StartsWith("usr/share/ca-certificates/", StringComparison.Ordinal) || !path.EndsWith(".crt", StringComparison.Ordinal))
                return;
            using var reader = new StreamReader(content, leaveOpen: true);
            certificates.Add(reader.ReadToEnd().Trim() + "\n");
        }
    }

    /// <summary>The image that had this name before is of no use any more, unless something still runs from it.</summary>
    private async Task RemoveReplacedAsync(ImageFacts? before, ImageFacts now, CancellationToken cancellation)
    {
        if (before is null || before.Id == now.Id || before.Labels.GetValueOrDefault(Labels.Project) != Labels.ProjectName)
            return;
        var removed = await engine.RunAsync(["image", "rm", before.Id], cancellation: cancellation);
        if (!removed.Succeeded)
            say($"The replaced image {before.Id} stays: {removed.LastWords(1)}");
    }
}
