using Nuke.Common.CI.GitHubActions;

// Every change of the product: is it sound, does it work, does it deploy.
[Workflow("ci", OnPushBranches = ["main"], OnPullRequestBranches = ["main"], Manual = true, ConcurrencyCancelInProgress = true)]
[WorkflowJob("ci", "check", "./build.sh CheckWorkflows", "./build.sh CheckMigrations", "./build.sh CheckApiDocument", "./build.sh CheckInfrastructure")]
[WorkflowJob("ci", "test", "./build.sh Test", Needs = ["check"], TimeoutMinutes = 60, Kept = ["artifacts/test-results"])]
// GitHub's machines have no scanner of images: the pack of a change lacks the vulnerability scan, and with it the waivers, and is there to be read.
[WorkflowJob("ci", "rehearse", "./build.sh Rehearsal", "./build.sh SoftwareBillOfMaterials", "./build.sh Scan --only dependencies", "./build.sh Scan --only secrets", "./build.sh Scan --only container", "./build.sh Evidence --allow-incomplete",
    Needs = ["check"],
    TimeoutMinutes = 45,
    Kept = ["artifacts/runs", "artifacts/evidence"])]

// A tag becomes a release, on the machine whose engine environments are deployed from: what was rehearsed there is what gets the name. A part of its pack that is
// missing or unknown stops it, such as a scan on a machine without a scanner.
[Workflow("release", GitHubActionsImage.SelfHosted, EnvironmentName = "release", OnPushTags = ["v*"], ConcurrencyGroup = "release", TimeoutMinutes = 60,
    ImportSecrets = ["QGP_SIGNING_KEY"])]
[WorkflowJob("release", "publish", "./build.sh Rehearsal", "./build.sh SoftwareBillOfMaterials", "./build.sh Scan", "./build.sh Evidence", "./build.sh Publish --tag \"$TAG\" --require-signature",
    Variables = ["TAG=${{ github.ref_name }}"],
    SecretsFor = ["Evidence", "Publish"],
    FullHistory = true,
    Attested = ["artifacts/releases/${{ github.ref_name }}/*"],
    Kept = ["artifacts/releases/${{ github.ref_name }}", "artifacts/runs", "artifacts/evidence"],
    RetentionDays = 90)]

[Workflow("deploy-staging", GitHubActionsImage.SelfHosted, EnvironmentName = "staging", ConcurrencyGroup = "environment-staging",
    ImportSecrets = ["QGP_STAGING_DATABASE_URL", "QGP_STAGING_SECRET_KEY", "QGP_STAGING_JWT_SECRET_KEY"])]
[WorkflowInput("deploy-staging", "action", "Show what would change, or change it", Choices = ["plan", "deploy", "rollback"])]
[WorkflowInput("deploy-staging", "tag", "The release, such as v1.0.0. A rollback goes to the one that served before, whatever stands here")]
[WorkflowInput("deploy-staging", "reason", "Why; stands in the lease and the history")]
[WorkflowJob("deploy-staging", "plan", "./build.sh Deploy --environment staging --tag \"$TAG\" --dry-run",
    Condition = "inputs.action == 'plan'",
    Variables = ["TAG=${{ inputs.tag }}"],
    Kept = ["artifacts/runs"])]
[WorkflowJob("deploy-staging", "deploy", "./build.sh Deploy --environment staging --tag \"$TAG\" --reason \"$REASON\" --wait 600",
    Condition = "inputs.action == 'deploy'",
    Variables = ["TAG=${{ inputs.tag }}", "REASON=${{ inputs.reason }}"],
    TimeoutMinutes = 60,
    Kept = ["artifacts/runs"])]
[WorkflowJob("deploy-staging", "rollback", "./build.sh RollbackApplication --environment staging --reason \"$REASON\" --wait 600",
    Condition = "inputs.action == 'rollback'",
    Variables = ["REASON=${{ inputs.reason }}"],
    Kept = ["artifacts/runs"])]

[Workflow("deploy-production", GitHubActionsImage.SelfHosted, EnvironmentName = "production", ConcurrencyGroup = "environment-production",
    ImportSecrets = ["QGP_PRODUCTION_DATABASE_URL", "QGP_PRODUCTION_SECRET_KEY", "QGP_PRODUCTION_JWT_SECRET_KEY"])]
[WorkflowInput("deploy-production", "action", "Show what would change, or change it", Choices = ["plan", "deploy", "rollback"])]
[WorkflowInput("deploy-production", "tag", "The release, such as v1.0.0. A rollback goes to the one that served before, whatever stands here")]
[WorkflowInput("deploy-production", "reason", "Why; stands in the lease and the history")]
[WorkflowJob("deploy-production", "plan", "./build.sh Deploy --environment production --tag \"$TAG\" --dry-run",
    Condition = "inputs.action == 'plan'",
    Variables = ["TAG=${{ inputs.tag }}"],
    Kept = ["artifacts/runs"])]
[WorkflowJob("deploy-production", "deploy", "./build.sh Deploy --environment production --tag \"$TAG\" --reason \"$REASON\" --wait 600",
    Condition = "inputs.action == 'deploy'",
    Variables = ["TAG=${{ inputs.tag }}", "REASON=${{ inputs.reason }}"],
    TimeoutMinutes = 60,
    Kept = ["artifacts/runs"])]
[WorkflowJob("deploy-production", "rollback", "./build.sh RollbackApplication --environment production --reason \"$REASON\" --wait 600",
    Condition = "inputs.action == 'rollback'",
    Variables = ["REASON=${{ inputs.reason }}"],
    Kept = ["artifacts/runs"])]

// Every Monday night, on the same machine: production takes no release while its last good drill is too old.
[Workflow("drill", GitHubActionsImage.SelfHosted, OnCronSchedule = "17 2 * * 1", Manual = true, ConcurrencyGroup = "drill", TimeoutMinutes = 60)]
[WorkflowJob("drill", "backup", "./build.sh SandboxUp", "./build.sh Backup", "./build.sh VerifyBackup")]
[WorkflowJob("drill", "reset", "./build.sh ResetDrill --confirm", Needs = ["backup"], Kept = ["artifacts/runs", "artifacts/drills/history.jsonl"], RetentionDays = 90)]

// Every night, on the same machine: what became known since. A finding fails it, and so does what is not known there, such as a scanner without a database.
[Workflow("scan", GitHubActionsImage.SelfHosted, OnCronSchedule = "41 3 * * *", Manual = true, ConcurrencyGroup = "scan", TimeoutMinutes = 60)]
[WorkflowJob("scan", "scan", "./build.sh Rehearsal", "./build.sh SoftwareBillOfMaterials", "./build.sh Scan", "./build.sh Evidence", Kept = ["artifacts/runs", "artifacts/evidence"])]
sealed partial class Build;
