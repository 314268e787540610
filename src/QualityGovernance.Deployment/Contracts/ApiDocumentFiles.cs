using QualityGovernance.Deployment.Generated;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Contracts;

/// <summary>
/// The OpenAPI document as it is kept beside the source, the one that clients were last promised, and the changes in between that break them and were accepted.
/// </summary>
/// <param name="root">Of the checkout.</param>
/// <param name="console">Hears what was done.</param>
public sealed class ApiDocumentFiles(string root, IRunConsole console)
{
    public const string Current = "docs/openapi/qgp.v1.json";
    public const string Promised = "docs/openapi/promised.v1.json";
    public const string Accepted = "docs/openapi/accepted-changes.json";

    private const string Generate = "./build.sh GenerateApiDocument";

    /// <summary>The file beside the source, as it would be if it were written now.</summary>
    public static GeneratedFile Document(string generated) => new(Current, generated, "the service", Generate);

    /// <param name="generated">What the built service describes.</param>
    public void Write(string generated)
    {
        ApiContract.Parse(generated, "What describe-api printed");
        console.Line(RunLevel.Normal, Document(generated).Write(root) ? $"Written: {Current}." : $"{Current} is what the service describes; nothing was written.");
    }

    /// <summary>What stands in the document now is what later changes are measured by; what was accepted is history, which the repository keeps.</summary>
    public void Promise()
    {
        File.WriteAllText(At(Promised), Read(Current));
        File.WriteAllText(At(Accepted), "[]\n");
        console.Line(RunLevel.Normal, $"{Promised} is {Current} now; {Accepted} is empty. Commit both with the release.");
    }

    /// <exception cref="DeploymentException">The document is not what the service describes, or breaks clients without anybody having accepted it: it says all of it.</exception>
    public void Check(string generated)
    {
        var now = ApiContract.Parse(generated, "What describe-api printed");
        var problems = new List<string>();
        if (Document(generated).Drift(root) is { } drift) problems.Add(drift);
        var changes = BreakingChanges.Between(ApiContract.Parse(Read(Promised), Promised), now);
        var accepted = AcceptedChanges.Parse(Read(Accepted), Accepted);
        problems.AddRange(changes.Where(change => !accepted.Accepts(change)).Select(change => $"{change}. This breaks clients: take it back, or add \"{change}\" to {Accepted} with a reason."));
        problems.AddRange(accepted.Idle(changes).Select(entry => $"{Accepted} accepts \"{entry}\", which did not happen: remove the entry."));
        if (problems.Count > 0) throw new DeploymentException(string.Join('\n', problems.Prepend($"{problems.Count} problems with the OpenAPI document:")), Generate);

        console.Line(RunLevel.Normal, $"{Current} is what the service describes: {now.Operations.Count} operations. Against {Promised}, {changes.Count} breaking changes, all of them accepted.");
    }

    private string Read(string path) => File.Exists(At(path)) ? File.ReadAllText(At(path)) : throw new DeploymentException($"{path} is missing. Take it back from the repository.");

    private string At(string path) => Path.Combine(root, path);
}
