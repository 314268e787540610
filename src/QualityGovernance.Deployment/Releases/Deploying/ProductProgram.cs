namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>The two programs of the one image.</summary>
internal enum ProductProgram
{
    Service,
    Migrations,
}
