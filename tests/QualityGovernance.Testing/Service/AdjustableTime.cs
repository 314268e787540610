namespace QualityGovernance.Testing.Service;

/// <summary>The real time, moved on by as much as a test likes.</summary>
public sealed class AdjustableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>Moves to the instant, back as well as forth.</summary>
    public void MoveTo(DateTimeOffset instant) => _ahead = instant - base.GetUtcNow();

    public void Reset() => _ahead = TimeSpan.Zero;
}
