namespace QualityGovernance.Platform.Http;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Field">Its name on the wire, with the path to it: <c>title</c>, <c>items[0].title</c>.</param>
/// <param name="Message">A sentence; never the submitted value, which may be a secret.</param>
public sealed record FieldError(string Field, string Message);
