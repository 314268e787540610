namespace QualityGovernance.Deployment.Images;

/// <summary>What an image stands on. Part of every receipt: a rehearsal on stand-ins says nothing about the official bases.</summary>
public enum BaseKind
{
    /// <summary>The vendors' images, by their digest.</summary>
    Official,

    /// <summary>Made here from the operating system's packages and the installed SDK.</summary>
    StandIn,
}

public static class BaseKindWords
{
    /// <summary>The value of the image's label.</summary>
    public static string Word(this BaseKind kind) => kind == BaseKind.Official ? "official" : "stand-in";
}
