namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>Stands in for the official HAProxy image, with the same account; no shell.</summary>
public sealed class ProxyRecipe : StandInRecipe
{
    public const string ImageName = "qgp-base/haproxy:2.6";

    /// <summary>The account of the official image.</summary>
    private const int User = 99;

    private const string Program = "usr/sbin/haproxy";

    private static readonly string[] Programs = ["bin/", "sbin/", "usr/bin/", "usr/sbin/", "usr/lib/ssl/misc/", "usr/share/perl5/", "usr/lib/x86_64-linux-gnu/perl", "usr/lib/x86_64-linux-gnu/gconv/", "lib/systemd/", "etc/init.d/"];

    public override string Name => ImageName;

    public override IReadOnlyList<string> Packages => ["base-files", "haproxy"];

    public override string Inputs => $"{Edition} {string.Join(' ', Packages)}";

    public override string MadeOf => "Debian 12's HAProxy; no shell";

    public override IReadOnlyList<string> Configuration => ["ENV PATH=/usr/sbin", $"USER {User}", "ENTRYPOINT [\"haproxy\"]"];

    /// <summary>Lets its connections end; at SIGTERM it would cut them.</summary>
    public override string StopSignal => "SIGUSR1";

    public override bool Drops(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path != Program && (base.Drops(path) || Programs.Any(directory => path.Length > directory.Length && path.StartsWith(directory, StringComparison.Ordinal)));
    }

    public override Task AddAsync(RootFileSystem root, IReadOnlyList<string> certificates, CancellationToken cancellation) =>
        AccountsAsync(root, "haproxy", User, "/var/lib/haproxy", "/usr/sbin/nologin", cancellation);
}
