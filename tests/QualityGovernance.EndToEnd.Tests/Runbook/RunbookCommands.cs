namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>Which test types which command of docs/DEPLOYMENT_RUNBOOK.md, and what it types in place of what cannot be the same in a test.</summary>
internal static class RunbookCommands
{
    /// <summary>By the name of the class. A command that is missing here, or stands here alone, makes a test red; so does one that its test does not type.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> ByTest = new Dictionary<string, IReadOnlyList<string>>
    {
        [nameof(SandboxRestoreTests)] =
        [
            "Provision",
            "SandboxUp",
            "SandboxStatus",
            "SandboxLogs --service app --tail 200",
            "SandboxLogs --service migrate --tail 200",
            "Backup",
            "ListBackups",
            "VerifyBackup",
            "VerifyBackup --backup <file>",
            "RestoreDatabase --backup <file> --confirm-target qgp",
            "SandboxDown",
            "SandboxDown --volumes --confirm",
        ],
        [nameof(ScheduledBackupTests)] = ["SandboxUp --scheduled-backups --backup-interval 6h"],
        [nameof(ResetDrillTests)] = ["ResetDrill --confirm"],
        [nameof(DeployDrillTests)] = ["DeployDrill --drill-requests 600 --drill-rate 40"],
        [nameof(DocumentCommandTests)] =
        [
            "FaultMatrix --procedure Deploy --list",
            "CheckMigrations",
            "SoftwareBillOfMaterials",
            "CheckDocuments",
            "GenerateDocuments",
            "CheckWorkflows",
            "CheckInfrastructure",
        ],
        [nameof(SignedDeploymentTests)] =
        [
            "SwarmInit --advertise-address 10.0.0.1",
            "CreateSigningKey --by release-engineering",
            "CreateSigningKey --by jane.doe --key <key>",
            "Rehearsal --cached --keep",
            "Rehearsal --port 8100",
            "Rehearsal --provision",
            "Rehearsal",
            "Scan",
            "Scan --only dependencies",
            "Scan --only secrets",
            "Scan --only container",
            "Scan --only cve",
            "Evidence",
            "VerifyEvidence",
            "Approve --role technical --by jane.doe",
            "VerifyRun --run <id>",
            "CompareRuns --run <id> --run <id>",
            "Publish --tag v1.0.0 --registry registry.example.org:5000/qgp",
            "Publish --tag v1.0.0 --allow-stand-in-base",
            "ListReleases",
            "VerifyChecksums --tag v1.0.0",
            "Deploy --environment staging --tag v1.0.0 --dry-run",
            "Deploy --environment staging --tag v1.0.0 --reason \"release 1.0\"",
            "Deploy --environment staging --tag v1.0.0",
            "Deploy --environment staging --tag v1.0.0 --wait 600",
            "Deploy --environment production --tag v1.0.0 --dry-run",
            "Deploy --environment production --tag v1.0.0 --reason \"release 1.0\" --wait 600",
            "Deploy --environment production --tag v1.0.0 --reason \"new secrets\"",
            "RecoverEnvironment --environment production",
        ],
        [nameof(RollbackMigrationTests)] =
        [
            "RollbackMigration --environment staging --dry-run",
            "RollbackMigration --environment production --dry-run",
            "RollbackMigration --environment production --accept-loss policies.review_date --reason \"v1.1.0 is bad\"",
        ],
        [nameof(EnvironmentRestoreTests)] =
        [
            "Backup --environment production --reason \"before the restore\"",
            "RestoreDatabase --environment production --backup <file> --confirm-target <database> --dry-run",
            "RestoreDatabase --environment production --backup <file> --confirm-target <database>",
            "RestoreDatabase --environment staging --backup <file> --confirm-target <database>",
            "RecoverEnvironment --environment staging",
            "RollbackApplication --environment production --dry-run",
            "RollbackApplication --environment production --reason \"v1.1.0 is bad\"",
        ],
    };

    /// <summary>What a test may type something else for, and what that is. Everything else is typed as it is written.</summary>
    public static readonly IReadOnlyDictionary<string, string> FilledIn = new Dictionary<string, string>
    {
        ["<file>"] = "a backup that the test has taken",
        ["<database>"] = "the database of the test",
        ["<id>"] = "a run of the test",
        ["<key>"] = "a file outside of the checkout",
        ["10.0.0.1"] = "127.0.0.1, an address that this machine has",
        ["8100"] = "a port that is free",
        ["v1.0.0"] = "a version that nobody has published on this engine, which calls images by it",
        ["registry.example.org:5000/qgp"] = "a registry on this machine, and --allow-stand-in-base where it has made the base images itself",
        ["technical"] = "each role in its turn",
        ["jane.doe"] = "each approver in their turn",
        ["production"] = "staging, where the environment of the test is one without approvals",
        ["policies.review_date"] = "the table that the newer release of the test has brought",
    };
}
