namespace QualityGovernance.Deployment.Workflows;

/// <summary>
/// The actions in use, by the commit of a published release: a tag can be moved, a commit can't. To renew one, look its release up in
/// the action's own repository and change commit and version together.
/// </summary>
public static class PinnedActions
{
    public const string Checkout = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2";
    public const string SetupDotNet = "actions/setup-dotnet@c2fa09f4bde5ebb9d1777cf28262a3eb3db3ced7 # v5.2.0";
    public const string Cache = "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5";
    public const string UploadArtifact = "actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0";
    public const string AttestProvenance = "actions/attest-build-provenance@a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32 # v4.1.0";
}
