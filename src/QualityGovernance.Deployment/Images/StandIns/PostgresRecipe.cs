namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>Stands in for the official PostgreSQL 15 image, with the same variables and the same places.</summary>
public sealed class PostgresRecipe : StandInRecipe
{
    public const string ImageName = "qgp-base/postgres:15";

    /// <summary>The account of the official image, so that a volume fits both.</summary>
    private const int User = 999;

    /// <summary>A tmpfs takes over the mode of the directory below it, and not its owner.</summary>
    private const UnixFileMode Everybodys = (UnixFileMode)0b001_111_111_111;

    private const UnixFileMode Private = (UnixFileMode)0b111_000_000;
    private const UnixFileMode Shared = (UnixFileMode)0b111_101_101;

    /// <summary>
    /// Just-in-time compilation of queries (the compiler is 130 MB; without its module the server does without it) and the distribution's cluster manager in Perl.
    /// </summary>
    private static readonly string[] Dropped =
    [
        "usr/lib/postgresql/15/lib/llvmjit", "usr/lib/postgresql/15/lib/bitcode/", "usr/lib/x86_64-linux-gnu/libLLVM", "usr/lib/llvm-14/", "usr/lib/x86_64-linux-gnu/libz3",
        "usr/bin/perl", "usr/lib/x86_64-linux-gnu/perl", "usr/lib/x86_64-linux-gnu/libperl", "usr/share/postgresql-common/", "usr/bin/psql", "usr/bin/pg_", "usr/bin/createdb", "usr/bin/dropdb",
        "usr/bin/openssl", "var/lib/postgresql/", "var/run", "run/postgresql", "usr/lib/x86_64-linux-gnu/gconv/",
    ];

    public override string Name => ImageName;

    public override IReadOnlyList<string> Packages => ["base-files", "bash", "coreutils", "dash", "gzip", "postgresql-15", "tzdata"];

    public override string Inputs => $"{Edition} {string.Join(' ', Packages)} {Entrypoint}";

    public override string MadeOf => "Debian 12's PostgreSQL 15, server and tools";

    public override IReadOnlyList<string> Configuration =>
    [
        "ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "ENV PGDATA=/var/lib/postgresql/data",
        "ENV PG_MAJOR=15",
        "ENV LANG=C.UTF-8",
        "VOLUME /var/lib/postgresql/data",
        "EXPOSE 5432",
        $"USER {User}",
        "ENTRYPOINT [\"docker-entrypoint.sh\"]",
        "CMD [\"postgres\"]",
    ];

    /// <summary>Ends the sessions that are open; at SIGTERM the server would wait for them.</summary>
    public override string StopSignal => "SIGINT";

    /// <summary>The program that initialises a cluster on first start; part of the image, written here for it.</summary>
    private static string Entrypoint
    {
        get
        {
            using var stream = typeof(PostgresRecipe).Assembly.GetManifestResourceStream("postgres-entrypoint.sh")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public override bool Drops(string path) => base.Drops(path) || Dropped.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));

    public override async Task AddAsync(RootFileSystem root, IReadOnlyList<string> certificates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(root);
        await AccountsAsync(root, "postgres", User, "/var/lib/postgresql", "/bin/bash", cancellation);
        await root.TextAsync("./usr/local/bin/docker-entrypoint.sh", Entrypoint, executable: true, cancellation);
        await root.DirectoryAsync("./docker-entrypoint-initdb.d", Shared, 0, cancellation);
        await root.DirectoryAsync("./var/lib/postgresql", Shared, User, cancellation);
        await root.DirectoryAsync("./var/lib/postgresql/data", Private, User, cancellation);
        await root.DirectoryAsync("./run/postgresql", Everybodys, User, cancellation);
        await root.LinkAsync("./var/run", "/run", cancellation);
    }
}
