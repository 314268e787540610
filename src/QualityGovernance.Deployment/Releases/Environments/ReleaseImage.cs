namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>A release whose image is on the engine.</summary>
/// <param name="Tag">For example v1.0.0.</param>
/// <param name="ImageId">What the engine calls it: sha256:...</param>
/// <param name="BuildId">What it says of itself when it is asked.</param>
/// <param name="Commit">That it was built from.</param>
/// <param name="SchemaHead">Its last migration.</param>
/// <param name="Reference">Where other machines fetch it, by digest; null: they have to have it.</param>
public sealed record ReleaseImage(string Tag, string ImageId, string BuildId, string Commit, string SchemaHead, string? Reference = null);
