namespace QualityGovernance.Platform.Data;

/// <summary>Limits of requests that have to do with how records are kept.</summary>
public static class RequestRules
{
    public const int LongestReferenceNumber = 50;
}
