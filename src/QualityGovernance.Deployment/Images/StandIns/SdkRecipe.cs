namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>Stands in for the vendor's SDK image. Only ever a build stage: nothing of it reaches a runtime image but what was compiled.</summary>
public sealed class SdkRecipe(DotNetInstallation dotnet, HostTrust trust) : StandInRecipe
{
    public const string ImageName = "qgp-base/sdk:10.0";

    public override string Name => ImageName;

    public override IReadOnlyList<string> Packages =>
        ["base-files", "bash", "ca-certificates", "coreutils", "dash", "findutils", "grep", "gzip", "libc6", "libgcc-s1", "libssl3", "libstdc++6", "sed", "tar", "tzdata", "zlib1g"];

    public override string Inputs => $"{Edition} {dotnet.SdkVersion} {dotnet.RuntimeVersion} {trust.Fingerprint} {string.Join(' ', Packages)}";

    public override string MadeOf => $"Debian 12 tools, SDK {dotnet.SdkVersion}{(trust.HasOwn ? ", the certificate authorities of this host" : "")}";

    public override IReadOnlyList<string> Configuration =>
    [
        "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "ENV DOTNET_RUNNING_IN_CONTAINER=true",
        $"ENV DOTNET_SDK_VERSION={dotnet.SdkVersion}",
        "ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true",
        "ENV DOTNET_NOLOGO=true",
        "ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt",
        "ENV NUGET_XMLDOC_MODE=skip",
        "CMD [\"bash\"]",
    ];

    public override async Task AddAsync(RootFileSystem root, IReadOnlyList<string> certificates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(root);
        await AccountsAsync(root, "app", 1654, "/home/app", "/bin/bash", cancellation);
        await TrustAsync(root, trust.Bundle ?? string.Join('\n', certificates), cancellation);
        foreach (var part in dotnet.SdkParts())
            await root.TreeAsync(Path.Combine(dotnet.Root, part), $"./usr/share/dotnet/{part}", IsTranslation, cancellation);
        await root.LinkAsync("./usr/bin/dotnet", "/usr/share/dotnet/dotnet", cancellation);
    }

    /// <summary>Messages in thirteen other languages: a tenth of the SDK's files.</summary>
    private static bool IsTranslation(string path) => path.EndsWith(".resources.dll", StringComparison.Ordinal);
}
