namespace QualityGovernance.Platform.Security;

/// <summary>The <c>type</c> claim.</summary>
public enum TokenKind
{
    /// <summary>Opens protected routes.</summary>
    Access,

    /// <summary>Is exchanged for a new pair, once; opens nothing.</summary>
    Refresh,
}
