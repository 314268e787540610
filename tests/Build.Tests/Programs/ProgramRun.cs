namespace Build.Tests.Programs;

/// <summary>What a run of a build program left.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    /// <summary>The rows of the summary table as "name status", in order.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            var lines = Output.Replace('\u00a0', ' ').Split('\n');
            var rules = lines.Index().Where(x => x.Item.StartsWith('─')).Select(x => x.Index).ToList();
            return rules.Count < 2
                ? []
                : lines[(rules[^2] + 1)..rules[^1]].Select(x => string.Join(' ', x.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2))).ToList();
        }
    }
}
