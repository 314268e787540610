using System.Globalization;
using QualityGovernance.Deployment.Databases.Scheduling;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Swarm;

/// <summary>The service that backs an environment up, laid over its stack.</summary>
/// <param name="engine">Has its image.</param>
/// <param name="machine">This one.</param>
/// <param name="root">The checkout.</param>
/// <param name="stack">Names the image.</param>
/// <param name="backups">As they are described.</param>
/// <param name="say">Hears what is made.</param>
/// <param name="detail">Hears what programs print meanwhile.</param>
internal sealed class BackupOverlay(ContainerEngine engine, IMachine machine, string root, string stack, EnvironmentBackups backups, Action<string> say, Action<string>? detail)
{
    private const string ServiceFile = ".nuke/backups/service.yml";
    private const string EncryptedFile = ".nuke/backups/encrypted.yml";

    private string Tag => $"quality-governance-backup:{stack}";

    public IReadOnlyList<string> Files => backups.Recipient is null ? [ServiceFile] : [ServiceFile, EncryptedFile];

    /// <param name="isNew">The image is built from the checkout; else it is the one that is here, so that a way back waits for no compiler.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, string?>> VariablesAsync(bool isNew, CancellationToken cancellation)
    {
        if (backups.Node is null)
            await BackupFolder.ReadyForServiceAsync(engine.Runner, machine, backups.Folder, cancellation);
        return new Dictionary<string, string?>
        {
            ["QGP_BACKUP_IMAGE"] = await ImageAsync(isNew, cancellation),
            ["QGP_BACKUP_DIRECTORY"] = backups.Folder,
            ["QGP_BACKUP_INTERVAL"] = $"{Number(backups.IntervalHours)}h",
            ["QGP_BACKUP_KEEP"] = Number(backups.Keep),
            ["QGP_BACKUP_KEEP_DAYS"] = Number(backups.KeepDays),
            ["QGP_BACKUP_RECIPIENT"] = backups.Recipient,
            ["QGP_BACKUP_PLACE"] = $"node.{(backups.Node is { } node ? $"hostname == {node}" : $"id == {await NodeAsync(cancellation)}")}",
        };
    }

    private async Task<string> ImageAsync(bool isNew, CancellationToken cancellation)
    {
        if (!isNew && await engine.ImageAsync(Tag, cancellation) is { } here)
            return here.Id;
        if (backups.Recipient is not null && machine.FindAll("age").Count == 0)
            throw new DeploymentException("Backups are to be encrypted, and there is no program age on this machine, from which their service takes it.", "apt-get install age");
        var bases = new BaseImages(engine, machine, root, say, detail);
        var set = await bases.PresentAsync(cancellation) ?? await bases.EnsureAsync(cancellation: cancellation);
        var built = await new BackupImage(engine, machine, root, detail).BuildAsync(Tag, set, cancellation);
        say($"{built.Tag} is {built.Id} ({built.Size}), the service that backs {stack} up.");
        return built.Id;
    }

    /// <summary>This machine, as the Swarm knows it.</summary>
    private async Task<string> NodeAsync(CancellationToken cancellation) =>
        (await engine.CheckedAsync(["info", "--format", "{{.Swarm.NodeID}}"], cancellation: cancellation)).Output.Trim();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
