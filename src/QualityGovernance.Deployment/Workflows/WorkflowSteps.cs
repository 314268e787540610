namespace QualityGovernance.Deployment.Workflows;

/// <summary>The steps of a job: sources, SDK, packages, what is typed, and what is kept of it.</summary>
internal static class WorkflowSteps
{
    public static void Write(YamlText yaml, WorkflowJob job)
    {
        Use(yaml, PinnedActions.Checkout, () =>
        {
            yaml.Line("persist-credentials: false");
            if (job.FullHistory) yaml.Line("fetch-depth: 0");
            if (job.IsOnOwnMachine) yaml.Line("clean: false # releases, backups and the history of drills stand below artifacts");
        });
        Use(yaml, PinnedActions.SetupDotNet, () => yaml.Pair("global-json-file", "global.json"));
        if (!job.IsOnOwnMachine)
        {
            Use(yaml, PinnedActions.Cache, () => yaml
                .Pair("path", "~/.nuget/packages")
                .Pair("key", "${{ runner.os }}-nuget-${{ hashFiles('**/packages.lock.json', 'build/bootstrap.lock.json') }}")
                .Pair("restore-keys", "${{ runner.os }}-nuget-"));
        }

        foreach (var command in job.Commands) Command(yaml, job, command);
        if (job.Attested.Count > 0) Use(yaml, PinnedActions.AttestProvenance, () => yaml.Lines("subject-path", job.Attested));
        if (job.Kept.Count > 0) Keep(yaml, job);
    }

    private static void Command(YamlText yaml, WorkflowJob job, string command) => yaml.Block("- run: " + YamlText.Scalar(command), () =>
    {
        var variables = job.Variables.Select(variable => variable.Split('=', 2)).Where(variable => command.Contains('$' + variable[0], StringComparison.Ordinal)).ToList();
        var secrets = job.SecretsFor.Count == 0 || job.SecretsFor.Any(target => command.Split(' ').Contains(target)) ? job.Secrets : [];
        if (secrets.Count + variables.Count == 0) return;
        yaml.Block("env:", () =>
        {
            foreach (var variable in variables) yaml.Pair(variable[0], variable[1]);
            foreach (var secret in secrets) yaml.Pair(secret, "${{ secrets." + secret + " }}");
        });
    });

    private static void Keep(YamlText yaml, WorkflowJob job) => yaml.Block("- uses: " + PinnedActions.UploadArtifact, () => yaml
        .Line("if: ${{ !cancelled() }}")
        .Block("with:", () => yaml
            .Pair("name", job.Id + "-${{ github.run_attempt }}")
            .Lines("path", job.Kept)
            .Line($"retention-days: {job.RetentionDays}")
            .Pair("if-no-files-found", "warn")));

    private static void Use(YamlText yaml, string action, Action with) => yaml.Block("- uses: " + action, () => yaml.Block("with:", with));
}
