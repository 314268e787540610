namespace QualityGovernance.Deployment.Engine;

/// <summary>The values of <see cref="Labels.Purpose"/>.</summary>
public static class Purposes
{
    public const string Base = "base";
    public const string Image = "image";
    public const string Rehearsal = "rehearsal";
    public const string Sandbox = "sandbox";
    public const string Test = "test";
}
