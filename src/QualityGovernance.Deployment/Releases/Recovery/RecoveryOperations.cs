using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>What the targets of backup and restore do, for the sandbox.</summary>
/// <param name="runner">Runs programs; it has to mask with <paramref name="mask"/>.</param>
/// <param name="machine">Where the docker programs are looked for.</param>
/// <param name="repository">The checkout.</param>
/// <param name="backups">The folder of backups.</param>
/// <param name="mask">Gets the secrets of the sandbox.</param>
/// <param name="time">For names, ages and durations.</param>
/// <param name="console">Hears what happens.</param>
public sealed class RecoveryOperations(ICommandRunner runner, IMachine machine, string repository, string backups, SecretMask mask, TimeProvider time, IRunConsole console)
{
    private readonly BackupStore store = new(Path.Combine(backups, Purposes.Sandbox));

    private BackupCipher Cipher => BackupCipher.Of(runner, machine);

    /// <summary>Backs the sandbox up, and removes what is beyond number and age.</summary>
    public async Task BackupAsync(string reason, int keep, TimeSpan age, CancellationToken cancellation = default)
    {
        var served = await OpenAsync(runner, cancellation);
        var backup = await new BackupTaking(served.Tools, store, Cipher, time).TakeAsync(served.Address, reason, cancellation);
        Say($"{backup.Path}");
        Say($"{backup.Manifest.Rows} rows in {backup.Manifest.Tables.Count} tables and sequences at {backup.Manifest.Revision}, {backup.Manifest.SizeBytes / 1000} kB{(backup.Manifest.Encrypted ? ", encrypted" : "")}");
        Anchor(backup);
        foreach (var removed in store.Retain(keep, age, time.GetUtcNow()))
            Say($"Removed {removed}, which is beyond {keep} backups or {age.TotalDays:0} days.");
        Say($"It is not known to be good before it was restored once: ./build.sh VerifyBackup --backup {Path.GetRelativePath(repository, backup.Path)}");
    }

    /// <summary>Restores a backup into a scratch database and compares; the newest of the sandbox where none is named.</summary>
    public async Task VerifyAsync(string? path, CancellationToken cancellation = default)
    {
        var engine = await new DockerClients(runner, machine).FindAsync(cancellation);
        var image = (await new BaseImages(engine, machine, repository, Say, Detail).EnsureAsync(cancellation: cancellation)).Postgres;
        var backup = await new BackupVerifying(engine, image, Cipher, time).VerifyAsync(Chosen(path), cancellation);
        Say($"{backup.Name} was restored with {image} and is equal to what was backed up: {backup.Manifest.Tables.Count} tables and sequences, {backup.Manifest.Rows} rows, {backup.Verification!.Seconds:0.0} s.");
        Anchor(backup);
    }

    public void List()
    {
        var all = store.List();
        if (all.Count == 0)
            Say($"There are no backups in {store.Folder}. Make one: ./build.sh Backup");
        foreach (var backup in all)
        {
            Say($"{(backup.IsGood ? $"good, verified {backup.Verification!.At:u}" : "not verified"),-36} {backup.Manifest.Created:u}  {backup.Manifest.Revision}  {backup.Manifest.Rows,8} rows  {Path.GetRelativePath(repository, backup.Path)}  ({backup.Manifest.Reason}){(backup.Manifest.AuditTrail is { } trail ? $"  {trail}" : "")}");
        }
    }

    /// <summary>Brings the sandbox's database back from a backup.</summary>
    public async Task<ProcedureResult> RestoreAsync(ProcedureSession session, string? path, string confirmedTarget, bool dryRun, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var backup = Chosen(path);
        return await RestoreProcedure.RunAsync(session, await OpenAsync(session.Runner, cancellation), backup, confirmedTarget, BackupCipher.Of(session.Runner, machine), time, dryRun, cancellation);
    }

    private BackupFile Chosen(string? path) => path is { Length: > 0 }
        ? BackupStore.Open(Path.GetFullPath(path, repository))
        : store.List() is [var newest, ..] ? newest : throw new DeploymentException($"There are no backups in {store.Folder}.", "./build.sh Backup");

    private async Task<SandboxDatabase> OpenAsync(ICommandRunner programs, CancellationToken cancellation)
    {
        var clients = new DockerClients(programs, machine);
        var engine = await clients.FindAsync(cancellation);
        var facts = await clients.FactsAsync(engine, cancellation);
        var compose = facts.Compose ?? throw new DeploymentException("The engine answers, and neither docker compose nor docker-compose is there.", "./build.sh Provision");
        return await SandboxDatabase.OpenAsync(engine, Sandbox.Open(engine, compose, repository, mask, time), new ProxyImage(engine, machine, Say, Detail), time, cancellation);
    }

    private void Anchor(BackupFile backup)
    {
        if (backup.Manifest.Anchor is { } anchor)
            Say(anchor);
    }

    private void Say(string line) => console.Line(RunLevel.Normal, line);

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
