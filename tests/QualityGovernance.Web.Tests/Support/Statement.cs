namespace QualityGovernance.Web.Tests.Support;

/// <summary>One round trip to the database.</summary>
public sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);
