using System.Diagnostics;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>One fault, which is there from the beginning of its step to its end: a second attempt of the step meets it again.</summary>
/// <param name="order">Which, and where.</param>
/// <param name="killer">For containers.</param>
internal sealed class PlantedFault(FaultOrder order, ContainerKiller killer)
{
    private readonly FaultCell cell = order.Fault ?? throw new ArgumentException("The order has no fault.", nameof(order));
    private readonly string? call = FaultPlace.CallOf(order.Fault!);
    private readonly Lock gate = new();
    private CancellationToken step;
    private bool active;
    private bool reached;

    public FaultKind Kind => cell.Kind;

    /// <summary>A full disk of ours is a fault of its own; every other one is in the tools.</summary>
    private bool IsOnDisk => order.Disk is not null;

    /// <param name="cancellation">Of the step: from then on what cleans up works again.</param>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            active = true;
            step = cancellation;
        }

        if (order.Disk is { } disk)
        {
            TinyDisk.Fill(disk);
            Strike();
        }

        if (Kind == FaultKind.KilledContainer)
            await killer.BeginAsync(Strike);
    }

    /// <summary>The step has ended: what cleans up behind it works again.</summary>
    public async Task EndAsync()
    {
        lock (gate)
        {
            if (!active)
                return;
            active = false;
        }

        if (order.Disk is { } disk)
            TinyDisk.Clear(disk);
        await killer.EndAsync();
    }

    /// <summary>Whether a call of a tool is one that goes wrong.</summary>
    public bool Meets(Command command)
    {
        lock (gate)
            return active && !step.IsCancellationRequested && !IsOnDisk && (reached |= call is null || command.ToString().Contains(call, StringComparison.Ordinal));
    }

    public void Strike() => File.WriteAllText(order.StruckFile, cell.ToString());

    /// <summary>As <c>kill -9</c> does: no handler runs, and what was started lives on.</summary>
    public void KillThisProcess()
    {
        Strike();
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }
}
