namespace QualityGovernance.Deployment.Images;

/// <summary>Which base images a caller wants.</summary>
public enum BaseImageChoice
{
    /// <summary>The official ones where the registry answers or the engine has them already, else stand-ins.</summary>
    Auto,

    /// <summary>The official ones, or an error.</summary>
    Official,

    /// <summary>Stand-ins, without asking a registry.</summary>
    StandIn,
}
