namespace QualityGovernance.Deployment.Images;

/// <summary>The three images that everything else stands on.</summary>
/// <param name="Kind">All three are of one kind.</param>
/// <param name="Sdk">Compiles. Trusts what this host trusts, so that a restore works behind an inspecting proxy.</param>
/// <param name="Runtime">Runs the service. Never holds anything of this host.</param>
/// <param name="Postgres">The database, and its tools in the same version.</param>
public sealed record BaseImageSet(BaseKind Kind, string Sdk, string Runtime, string Postgres)
{
    /// <summary>The official image under <see cref="Sdk"/>, where the certificate authorities of this host were put on top of it.</summary>
    public string? SdkOrigin { get; init; }

    public override string ToString() => $"{Kind.Word()} base images: {Sdk}{(SdkOrigin is null ? "" : $" (on {SdkOrigin})")}, {Runtime}, {Postgres}";
}
