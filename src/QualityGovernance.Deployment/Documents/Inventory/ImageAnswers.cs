using QualityGovernance.Deployment.Documents.Variables;

namespace QualityGovernance.Deployment.Documents.Inventory;

/// <summary>What an image told of itself when it was asked and run.</summary>
/// <param name="Setup">As the engine has it.</param>
/// <param name="ServiceHelp">What the service says that it can be asked for.</param>
/// <param name="MigrationsHelp">The same of the migrations program.</param>
/// <param name="Settings">What it reads.</param>
/// <param name="Routes">What answers without an account while it runs.</param>
internal sealed record ImageAnswers(ImageSetup Setup, string ServiceHelp, string MigrationsHelp, IReadOnlyList<DescribedSetting> Settings, IReadOnlyList<OpenRoute> Routes);
