using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>What is served now has the schema of the release and, where nothing was migrated, still every row of the backup.</summary>
internal sealed class VerifyRestoreStep(IServedDatabase served, BackupFile backup, RestoreFindings findings) : IStep
{
    public string Name => "VerifyRestore";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var schema = await SchemaRevision.ReadAsync(served.Tools, served.Address, cancellation);
        context.Observe("revision", schema.Revision);
        if (schema.Revision != findings.Head)
            throw new StepFailedException($"The restored database is at {schema.Revision}, and the release that serves needs {findings.Head}.");
        var found = TableContent.Read(await served.Tools.QueryAsync(served.Address, TableContent.Script, cancellation))
            .ToDictionary(table => table.Name, table => table.Rows);
        // The application is at work again and may write; what it must not do is lose rows.
        var lost = backup.Manifest.Tables.Where(table => found.GetValueOrDefault(table.Name, -1) < table.Rows).Select(table => table.Name).ToList();
        context.Observe("tables-with-fewer-rows", lost.Count);
        if (lost.Count > 0)
            throw new StepFailedException($"Rows of the backup are missing in what is served now: {string.Join(", ", lost)}.");
        findings.Unfinished = null;
    }
}
