namespace QualityGovernance.Deployment.Engine;

/// <summary>Which operating system this is, by its own <c>/etc/os-release</c>.</summary>
/// <param name="Id">For example debian.</param>
/// <param name="Name">For people.</param>
public sealed record OsRelease(string Id, string Name)
{
    private const string File = "/etc/os-release";

    /// <summary>Those whose package names are known here.</summary>
    public bool IsKnown => Id is "debian" or "ubuntu";

    public static OsRelease Of(IMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (!machine.IsLinux)
            return new OsRelease("unknown", "an operating system other than Linux");
        var lines = (machine.ReadText(File) ?? "").Split('\n');
        return new OsRelease(Value(lines, "ID") ?? "unknown", Value(lines, "PRETTY_NAME") ?? "an unknown Linux");
    }

    private static string? Value(IEnumerable<string> lines, string key) =>
        lines.FirstOrDefault(line => line.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..].Trim().Trim('"', '\'');
}
