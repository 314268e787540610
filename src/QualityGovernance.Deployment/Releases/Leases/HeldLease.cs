namespace QualityGovernance.Deployment.Releases.Leases;

/// <summary>An environment that this process has.</summary>
public sealed class HeldLease
{
    private readonly LeaseBook book;

    internal HeldLease(LeaseBook book, Lease lease)
    {
        this.book = book;
        Lease = lease;
    }

    public Lease Lease { get; }

    /// <summary>Gives it back; a lease that somebody else has by now stays.</summary>
    public Task ReleaseAsync(CancellationToken cancellation = default) => book.ReleaseAsync(Lease, cancellation);
}
