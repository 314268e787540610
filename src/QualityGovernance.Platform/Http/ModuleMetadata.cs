namespace QualityGovernance.Platform.Http;

/// <summary>Marks the operations of a module, which have what all modules have, for the OpenAPI document.</summary>
internal sealed record ModuleMetadata;
