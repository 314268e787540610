using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>What the sandbox looks like now, as a table.</summary>
internal sealed class SandboxStatus(ContainerEngine engine, Sandbox sandbox, TimeProvider time)
{
    private static readonly string[] Titles = ["Service", "State", "Ports", "Image", "Revision"];

    public async Task<IReadOnlyList<string>> TableAsync(CancellationToken cancellation)
    {
        var rows = new List<string[]> { Titles };
        foreach (var service in StackServices.All)
            rows.Add(await RowAsync(service, cancellation));
        if (await sandbox.Stack.FindAsync(StackServices.Backup, cancellation) is not null)
            rows.Add(await RowAsync(StackServices.Backup, cancellation));
        return await new MaintenancePage(engine, sandbox, time).IsShownAsync(cancellation)
            ? [.. Table(rows), $"{sandbox.Stack.Address} shows the maintenance page: a restore is at work, or was interrupted. After an interruption: ./build.sh SandboxUp"]
            : Table(rows);
    }

    internal static IReadOnlyList<string> Table(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())];
    }

    private async Task<string[]> RowAsync(string service, CancellationToken cancellation)
    {
        if (await sandbox.Stack.FindAsync(service, cancellation) is not { } container)
            return [service, "not started", "", "", ""];
        var image = await engine.ImageAsync(container.ImageId, cancellation);
        return
        [
            service,
            container.State,
            string.Join(", ", container.Ports.Select(port => $"{port.Value} -> {port.Key}")),
            $"{container.Image} {Short(container.ImageId)}",
            Revision(image),
        ];
    }

    /// <summary>Version and commit that the image was built from.</summary>
    private static string Revision(ImageFacts? image) =>
        image?.Labels.GetValueOrDefault(Labels.Revision) is { } commit ? $"{image.Labels.GetValueOrDefault(Labels.Version)} ({Short(commit)})" : "";

    private static string Short(string hash) => hash.Replace("sha256:", "") is { Length: > 12 } value ? value[..12] : hash;
}
