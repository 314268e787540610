namespace QualityGovernance.Platform.Data;

/// <summary>Times as the database keeps them.</summary>
public static class Clock
{
    /// <summary>Now in UTC, cut to microseconds, which is what PostgreSQL stores: what was answered is what is read back.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Stored(time.GetUtcNow());
    }

    /// <summary>The instant in UTC and at the precision that is stored.</summary>
    public static DateTimeOffset Stored(DateTimeOffset value)
    {
        var utc = value.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
