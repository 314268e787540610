namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>How one stand-in is made.</summary>
public abstract class StandInRecipe
{
    /// <summary>Raised when this code makes something else from the same inputs: images made before are then made again.</summary>
    protected const string Edition = "1";

    /// <summary>Never an official name.</summary>
    public abstract string Name { get; }

    /// <summary>Of the operating system. What they depend on comes with them.</summary>
    public abstract IReadOnlyList<string> Packages { get; }

    /// <summary>Everything that the result depends on, for the hash that tells when to make it again.</summary>
    public abstract string Inputs { get; }

    /// <summary>For the console: what it is made of.</summary>
    public abstract string MadeOf { get; }

    /// <summary>Configuration of the image, as <c>docker import --change</c> takes it.</summary>
    public abstract IReadOnlyList<string> Configuration { get; }

    /// <summary>The signal that ends its program, where that is not SIGTERM.</summary>
    public virtual string? StopSignal => null;

    /// <summary>Whether a file of the packages stays out.</summary>
    public virtual bool Drops(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith("usr/share/doc/", StringComparison.Ordinal))
            return !path.EndsWith('/') && !path.EndsWith("/copyright", StringComparison.Ordinal);
        return AlwaysDropped.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>What the packages alone do not bring: accounts, certificates, the product's own files.</summary>
    public abstract Task AddAsync(RootFileSystem root, IReadOnlyList<string> certificates, CancellationToken cancellation);

    /// <summary>No program reads these in a container.</summary>
    private static readonly string[] AlwaysDropped =
    [
        "dev/", "usr/share/man/", "usr/share/info/", "usr/share/locale/", "usr/share/lintian/", "usr/share/bug/", "usr/share/i18n/", "usr/share/debconf/", "usr/share/perl", "var/lib/apt/", "var/cache/",
    ];

    /// <summary>The account database: root, one more, and nobody.</summary>
    protected static async Task AccountsAsync(RootFileSystem root, string name, int id, string home, string shell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(root);
        await root.TextAsync("./etc/passwd", $"root:x:0:0:root:/root:{shell}\n{name}:x:{id}:{id}::{home}:{shell}\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n", executable: false, cancellation);
        await root.TextAsync("./etc/group", $"root:x:0:\n{name}:x:{id}:\nnogroup:x:65534:\n", executable: false, cancellation);
        await root.TextAsync("./etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n", executable: false, cancellation);
    }

    /// <summary>One bundle where OpenSSL and .NET look for it.</summary>
    protected static Task TrustAsync(RootFileSystem root, string bundle, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.TextAsync("./etc/ssl/certs/ca-certificates.crt", bundle, executable: false, cancellation);
    }
}
