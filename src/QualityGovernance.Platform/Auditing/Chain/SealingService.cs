using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Seals what was committed, soon after it was. Every replica tries; one of them is let in at a time.</summary>
internal sealed class SealingService(AuditSealer sealer, TimeProvider time, ILogger<SealingService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private bool _isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await RunAsync(stoppingToken);
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (await sealer.SealAsync(cancellation) == AuditSealer.Batch) log.LogDebug("{Entries} audit entries were sealed, and there may be more", AuditSealer.Batch);
            if (_isFailing) log.LogInformation("The audit trail is being sealed again");
            _isFailing = false;
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            // Said once: it is tried again every second, and nothing is lost meanwhile.
            log.Log(_isFailing ? LogLevel.Debug : LogLevel.Warning, e, "The audit trail can't be sealed for the moment; entries are kept, and sealed as soon as the database allows it");
            _isFailing = true;
        }
    }
}
