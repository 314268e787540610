namespace QualityGovernance.Platform.Http;

/// <summary>A request that cannot be bound. Binding has no result type to return, as handlers have; answered with 422.</summary>
public sealed class InvalidRequestException(FieldErrors errors) : Exception("The request is not valid.")
{
    public FieldErrors Errors { get; } = errors;
}
