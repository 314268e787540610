namespace QualityGovernance.Deployment.Images;

/// <summary>Where the official base images are. A mirror inside a company has other names for the same ones.</summary>
public sealed record OfficialImages
{
    public string Sdk { get; init; } = "mcr.microsoft.com/dotnet/sdk:10.0";

    /// <summary>Without a shell and without a package manager.</summary>
    public string Runtime { get; init; } = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled";

    public string Postgres { get; init; } = "postgres:15";
}
