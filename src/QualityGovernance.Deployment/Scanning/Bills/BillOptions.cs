namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>Of what a bill of materials is made.</summary>
/// <param name="Root">The checkout: its locked packages.</param>
/// <param name="Image">Name or id.</param>
public sealed record BillOptions(string Root, string Image);
