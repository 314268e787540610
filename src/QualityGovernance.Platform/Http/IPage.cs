namespace QualityGovernance.Platform.Http;

/// <summary>A page of a list, whatever is listed.</summary>
internal interface IPage;
