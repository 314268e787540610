namespace QualityGovernance.Platform.Http;

/// <summary>An <see cref="Optional{T}"/>, whatever its type.</summary>
internal interface IOptional
{
    bool HasValue { get; }

    object? Given { get; }
}
