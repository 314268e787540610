using System.Data.Common;

namespace QualityGovernance.Platform.Tests.Http;

/// <summary>What a provider throws, as far as the platform looks at it.</summary>
internal sealed class FakeDatabaseException(string? sqlState, bool transient) : DbException("Host=db;Password=hunter2")
{
    public override bool IsTransient { get; } = transient;

    public override string? SqlState { get; } = sqlState;
}
