using QualityGovernance.Deployment.Evidence.Signing;

namespace QualityGovernance.Deployment.Releases.Vouching;

/// <summary>What is known of the signature of a release.</summary>
/// <param name="Wrong">What was changed, or is about something else. Nothing of the kind is ever deployed.</param>
/// <param name="Unknown">What cannot be told: there is no signature, or it is nobody's whom this checkout trusts.</param>
/// <param name="SignedBy">The trusted keys that have signed it.</param>
public sealed record ReleaseSignature(IReadOnlyList<string> Wrong, IReadOnlyList<string> Unknown, IReadOnlyList<TrustedKey> SignedBy)
{
    /// <summary>Whether a trusted key says that this is the release that was published.</summary>
    public bool Holds => Wrong.Count == 0 && Unknown.Count == 0 && SignedBy.Count > 0;

    public override string ToString() => Holds
        ? $"signed by {string.Join(", ", SignedBy.Select(key => key.Name))}"
        : string.Join(" ", Wrong.Concat(Unknown));
}
