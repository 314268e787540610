namespace QualityGovernance.Deployment.Infrastructure;

/// <summary>Where the blueprint of a cloud environment is, and what in it is written by the build.</summary>
/// <param name="root">The checkout.</param>
public sealed class InfrastructureFiles(string root)
{
    /// <summary>The environment that the blueprint is for.</summary>
    public const string Environment = "staging";

    public string Root { get; } = root;

    public string Folder { get; } = Path.Combine(root, "infra", "azure");

    /// <summary>The template that takes all the others in.</summary>
    public string Template => Path.Combine(Folder, "main.bicep");

    public string Parameters => Path.Combine(Folder, Environment + ".bicepparam");

    /// <summary>The names of the service's settings, as a type that the compiler holds the parameters to.</summary>
    public string SettingsType => Path.Combine(Folder, "settings.bicep");

    /// <summary>Downloads the compiler as a package.</summary>
    public string CompilerProject => Path.Combine(Folder, "compiler.csproj");

    /// <summary>The central list of versions, the compiler's among them.</summary>
    public string Versions => Path.Combine(Root, "Directory.Packages.props");

    /// <summary>The page with the table of settings that the service itself writes.</summary>
    public string SettingsPage => Path.Combine(Root, "docs", "configuration.md");
}
