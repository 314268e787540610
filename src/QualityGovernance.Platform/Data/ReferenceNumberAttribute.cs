using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>A reference number that the caller chose.</summary>
public sealed class ReferenceNumberAttribute()
    : PatternAttribute(RequestRules.LongestReferenceNumber, "^[A-Za-z0-9._/-]+$", "This may hold letters, digits, hyphens, dots, underscores and slashes only.");
