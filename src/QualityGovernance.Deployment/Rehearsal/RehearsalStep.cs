namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>The eight steps, in their order. The names are those of the targets and of the receipts.</summary>
public enum RehearsalStep
{
    CheckPrerequisites,
    CleanRehearsal,
    BuildImage,
    StartPostgres,
    ApplyMigrations,
    StartApplication,
    VerifyHealth,
    VerifyDatabase,
}
