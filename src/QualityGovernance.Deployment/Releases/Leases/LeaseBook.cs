using System.Text.Json;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Leases;

/// <summary>
/// The one lease of an environment: a file that is there while somebody has it. A process that is killed leaves it, and then it takes a recovery,
/// never a mere second attempt, to get it.
/// </summary>
/// <param name="state">Of the environment.</param>
/// <param name="time">For the lease and for waiting.</param>
public sealed class LeaseBook(EnvironmentState state, TimeProvider time)
{
    private const string File = "lease.json";
    private const string LockFile = "lease.lock";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>The lock is held while one small file is written.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    /// <summary>Who has it now; null where nobody does.</summary>
    /// <exception cref="DeploymentException">The file cannot be read.</exception>
    public Lease? Current()
    {
        var path = state.At(File);
        try
        {
            return JsonSerializer.Deserialize<Lease>(System.IO.File.ReadAllText(path), Json) ?? throw new JsonException("It is empty.");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"The lease {path} cannot be read, so nobody can say who has {state.Name}: {e.Message} See what runs there, then remove the file.", inner: e);
        }
    }

    /// <summary>Takes the environment, or says who has it.</summary>
    /// <param name="wanted">With this process as its owner: <see cref="New"/>.</param>
    /// <param name="wait">Null: do not wait for an owner that is at work.</param>
    /// <param name="say">Hears whom it waits for.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="LeaseHeldException">Somebody has it, or left it.</exception>
    public async Task<HeldLease> TakeAsync(Lease wanted, TimeSpan? wait, Action<string> say, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wait is not { } patience)
            return await TryTakeAsync(wanted, cancellation);
        HeldLease? held = null;
        await new Poll(time).UntilAsync($"{state.Name} being free", LookAsync, patience, Interval, say, cancellation);
        return held!;

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            try
            {
                held = await TryTakeAsync(wanted, token);
                return ProbeResult.Ready($"{state.Name} is free");
            }
            catch (LeaseHeldException e) when (e.OwnerMayBeAlive)
            {
                return ProbeResult.NotYet($"Waiting for {e.Lease}");
            }
        }
    }

    /// <summary>Takes the environment over from a process that is gone.</summary>
    /// <returns>Null where nobody left it: there is nothing to recover.</returns>
    /// <exception cref="LeaseHeldException">Its owner is at work.</exception>
    public async Task<HeldLease?> TakeOverAsync(Lease wanted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await using var alone = await LockAsync(cancellation);
        if (Current() is not { } left)
            return null;
        if (OwnerMayBeAlive(left))
            throw new LeaseHeldException(left, ownerMayBeAlive: true);
        // A recovery that was killed as well: what has to be recovered from is still the run before it.
        return Write(wanted with { Recovers = left.Recovers ?? left });
    }

    /// <summary>A lease with this process as its owner.</summary>
    public Lease New(string procedure, string run, string? reason) => new()
    {
        Environment = state.Name,
        Owner = Environment.UserName,
        Host = Environment.MachineName,
        Process = OwnerMark.Current.ToString(),
        Procedure = procedure,
        Reason = string.IsNullOrWhiteSpace(reason) ? "no reason given" : reason.Trim(),
        Since = time.GetUtcNow(),
        Run = run,
    };

    internal async Task ReleaseAsync(Lease lease, CancellationToken cancellation)
    {
        await using var alone = await LockAsync(cancellation);
        if (Current() is { } now && now.Process == lease.Process && now.Run == lease.Run)
            System.IO.File.Delete(state.At(File));
    }

    private async Task<HeldLease> TryTakeAsync(Lease wanted, CancellationToken cancellation)
    {
        await using var alone = await LockAsync(cancellation);
        return Current() is { } held ? throw new LeaseHeldException(held, OwnerMayBeAlive(held)) : Write(wanted);
    }

    private HeldLease Write(Lease lease)
    {
        state.Write(File, JsonSerializer.Serialize(lease, Json) + "\n");
        return new HeldLease(this, lease);
    }

    /// <summary>A mark that nobody can read is nobody's proof that its owner is gone.</summary>
    private static bool OwnerMayBeAlive(Lease lease) => OwnerMark.Parse(lease.Process)?.MayBeAlive ?? true;

    /// <summary>The system gives the lock back when its holder dies, so that it never has to be recovered itself.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(state.Folder);
        FileStream? stream = null;
        await new Poll(time).UntilAsync($"The lock {state.At(LockFile)}", _ => Task.FromResult(Look()), LockPatience, TimeSpan.FromMilliseconds(50), cancellation: cancellation);
        return stream!;

        ProbeResult Look()
        {
            try
            {
                stream = new FileStream(state.At(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return ProbeResult.Ready("it is ours");
            }
            catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
            {
                return ProbeResult.NotYet($"somebody holds it: {e.Message}");
            }
        }
    }
}
