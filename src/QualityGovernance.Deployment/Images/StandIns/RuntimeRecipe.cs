namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>Stands in for the vendor's shell-less ASP.NET image: libraries, the shared frameworks, and not one program beside <c>dotnet</c>.</summary>
public sealed class RuntimeRecipe(DotNetInstallation dotnet) : StandInRecipe
{
    public const string ImageName = "qgp-base/aspnet:10.0";

    /// <summary>The account of the vendor's images.</summary>
    private const int User = 1654;

    private static readonly string[] Programs = ["bin/", "sbin/", "usr/bin/", "usr/sbin/", "usr/lib/ssl/misc/", "usr/share/perl5/", "usr/lib/x86_64-linux-gnu/gconv/"];

    public override string Name => ImageName;

    public override IReadOnlyList<string> Packages => ["base-files", "ca-certificates", "libc6", "libgcc-s1", "libssl3", "libstdc++6", "tzdata", "zlib1g"];

    public override string Inputs => $"{Edition} {dotnet.RuntimeVersion} packages-on-record {string.Join(' ', Packages)}";

    public override string MadeOf => $"Debian 12 libraries, ASP.NET {dotnet.RuntimeVersion}; no shell";

    public override IReadOnlyList<string> Configuration =>
    [
        "ENV PATH=/usr/bin",
        $"ENV APP_UID={User}",
        "ENV DOTNET_RUNNING_IN_CONTAINER=true",
        $"ENV DOTNET_VERSION={dotnet.RuntimeVersion}",
        $"ENV ASPNET_VERSION={dotnet.RuntimeVersion}",
        "ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true",
        "ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt",
        "ENV ASPNETCORE_HTTP_PORTS=8080",
        $"USER {User}",
    ];

    public override bool Drops(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return base.Drops(path) || Programs.Any(directory => path.Length > directory.Length && path.StartsWith(directory, StringComparison.Ordinal));
    }

    /// <summary>The certificates are the distribution's own, never this host's.</summary>
    public override async Task AddAsync(RootFileSystem root, IReadOnlyList<string> certificates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(root);
        await AccountsAsync(root, "app", User, "/home/app", "/usr/sbin/nologin", cancellation);
        await root.DirectoryAsync("./home/app", (UnixFileMode)0b111_101_101, User, cancellation);
        await TrustAsync(root, string.Join('\n', certificates), cancellation);
        foreach (var part in dotnet.RuntimeParts())
            await root.TreeAsync(Path.Combine(dotnet.Root, part), $"./usr/share/dotnet/{part}", _ => false, cancellation);
        await root.LinkAsync("./usr/bin/dotnet", "/usr/share/dotnet/dotnet", cancellation);
    }
}
