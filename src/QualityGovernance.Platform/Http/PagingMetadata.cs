namespace QualityGovernance.Platform.Http;

/// <summary>Marks an endpoint that lists page by page, for the OpenAPI document.</summary>
internal sealed record PagingMetadata(int DefaultSize);
