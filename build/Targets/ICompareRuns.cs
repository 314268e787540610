using System;
using Nuke.Common;
using QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>Two runs side by side.</summary>
interface ICompareRuns : IHasRunName, IHasConsole
{
    Target CompareRuns => _ => _
        .Description("Shows two runs side by side, what got worse first: steps, timings, image layers, schema, bill of materials, configuration, files. Takes --run twice, the measure first")
        .Requires(() => RunName)
        .Executes(() => ComparedRuns.Show(RunsDirectory, RepeatedOption.Values(Environment.GetCommandLineArgs(), "run"), ArtifactsDirectory / "evidence", RunConsole));
}
