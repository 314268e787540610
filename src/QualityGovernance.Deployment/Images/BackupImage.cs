using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Images;

/// <summary>Builds the image of the scheduled backup service: the program is published on this machine, and laid over the database's image.</summary>
/// <param name="engine">Builds.</param>
/// <param name="machine">May have the program age, which then comes along: backups that are to be encrypted need it.</param>
/// <param name="repository">The checkout.</param>
/// <param name="detail">Hears what the compiler and the builder print.</param>
public sealed class BackupImage(ContainerEngine engine, IMachine machine, string repository, Action<string>? detail = null)
{
    private const string Project = "QualityGovernance.Backup";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="tag">What the image is called.</param>
    /// <param name="bases">What it stands on.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DeploymentException">The program could not be compiled, or the image not be built.</exception>
    public async Task<BuiltImage> BuildAsync(string tag, BaseImageSet bases, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bases);
        var context = Directory.CreateTempSubdirectory("qgp-backup-image-");
        try
        {
            await PublishAsync(Path.Combine(context.FullName, "app"), cancellation);
            Tools(Directory.CreateDirectory(Path.Combine(context.FullName, "tools")).FullName);
            await using (var to = File.Create(Path.Combine(context.FullName, "Dockerfile")))
                await Dockerfile().CopyToAsync(to, cancellation);
            var source = await SourceState.ReadAsync(engine.Runner, repository, cancellation);
            var request = new ImageBuildRequest(context.FullName, tag, bases, source.Version, source.Mark, $"backup-{await HashAsync(context, cancellation)}")
            {
                Cached = true,
                Arguments = new Dictionary<string, string> { ["POSTGRES_IMAGE"] = bases.Postgres },
            };
            return await new ImageBuilder(engine).BuildAsync(request, detail, cancellation);
        }
        finally
        {
            context.Delete(recursive: true);
        }
    }

    internal static Stream Dockerfile() => typeof(BackupImage).Assembly.GetManifestResourceStream("backup.Dockerfile")!;

    private async Task PublishAsync(string output, CancellationToken cancellation)
    {
        var dotnet = await DotNetInstallation.FindAsync(engine.Runner, repository, cancellation);
        string[] arguments =
        [
            "publish", Path.Combine("src", Project, Project + ".csproj"), "--configuration", "Release", "--output", output, "--nologo", "-nodeReuse:false",
            "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:DebugType=none",
        ];
        var command = new Command(Path.Combine(dotnet.Root, "dotnet"), arguments) { WorkingDirectory = repository, Timeout = Patience, Environment = new Dictionary<string, string?> { ["CI"] = "true" } };
        var result = await engine.Runner.RunAsync(command, detail, cancellation);
        if (!result.Succeeded)
            throw new DeploymentException($"The backup service could not be compiled (exit code {result.ExitCode}):\n{result.LastWords(10)}", $"cd {repository} && dotnet build src/{Project}");
    }

    private void Tools(string folder)
    {
        if (machine.FindAll("age") is [var age, ..])
            File.Copy(age, Path.Combine(folder, "age"));
    }

    private static async Task<string> HashAsync(DirectoryInfo context, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in context.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(context.FullName, file.FullName)));
            hash.AppendData(await File.ReadAllBytesAsync(file.FullName, cancellation));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
