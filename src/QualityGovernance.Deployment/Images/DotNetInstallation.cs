using System.Runtime.InteropServices;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images;

/// <summary>The .NET that this process runs on: what a stand-in is made of.</summary>
/// <param name="Root">For example /usr/share/dotnet.</param>
/// <param name="RuntimeVersion">For example 10.0.12.</param>
/// <param name="SdkVersion">The one that <c>global.json</c> chooses.</param>
public sealed record DotNetInstallation(string Root, string RuntimeVersion, string SdkVersion)
{
    /// <param name="runner">Asks the SDK for its version.</param>
    /// <param name="repository">Where <c>global.json</c> is.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static async Task<DotNetInstallation> FindAsync(ICommandRunner runner, string repository, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);

        // <root>/shared/Microsoft.NETCore.App/<version>/
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var root = runtime.Parent?.Parent?.Parent?.FullName ?? throw new DeploymentException($"No .NET installation was found around {runtime.FullName}.");
        var sdk = await runner.CheckedAsync(
            Command.Of(Path.Combine(root, "dotnet"), "--version") with { WorkingDirectory = repository, Timeout = TimeSpan.FromSeconds(60) }, cancellation: cancellation);
        return new DotNetInstallation(root, runtime.Name, sdk.Output.Trim());
    }

    /// <summary>The host and the shared frameworks of this one runtime version.</summary>
    public IEnumerable<string> RuntimeParts() =>
        [
            "dotnet",
            "host",
            $"shared/Microsoft.NETCore.App/{RuntimeVersion}",
            $"shared/Microsoft.AspNetCore.App/{RuntimeVersion}",
        ];

    /// <summary>What a build needs on top of the runtime.</summary>
    public IEnumerable<string> SdkParts() => [.. RuntimeParts(), $"sdk/{SdkVersion}", "sdk-manifests", "packs"];
}
