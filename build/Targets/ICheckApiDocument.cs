using System.Linq;
using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using QualityGovernance.Deployment.Contracts;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>The OpenAPI document out of the built service, and what clients were promised. Needs no database.</summary>
interface ICheckApiDocument : IRunService, IHasConsole
{
    ApiDocumentFiles ApiDocument => new(RootDirectory, RunConsole);

    Target GenerateApiDocument => _ => _
        .Description("Writes docs/openapi/qgp.v1.json as the built service describes itself")
        .Executes(() => ApiDocument.Write(DescribedApi()));

    Target CheckApiDocument => _ => _
        .Description("Finds an OpenAPI document that differs from what the service describes, or breaks clients of the last release without an entry in docs/openapi/accepted-changes.json")
        .Executes(() => ApiDocument.Check(DescribedApi()));

    Target PromiseApiDocument => _ => _
        .Description("Makes the OpenAPI document as it stands the one that later changes are measured by; part of preparing a release")
        .DependsOn(CheckApiDocument)
        .Executes(() => ApiDocument.Promise());

    private string DescribedApi()
    {
        DotNetBuild(_ => _.SetProjectFile(RootDirectory / "src" / "QualityGovernance.Web").SetConfiguration(Configuration).SetVerbosity(DotNetVerbosity.quiet));
        var lines = DotNet($"{ProgramOf("Web")} describe-api", RootDirectory, logOutput: false);
        return string.Concat(lines.Where(line => line.Type == OutputType.Std).Select(line => line.Text + "\n"));
    }
}
