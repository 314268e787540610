using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

/// <summary>A build of ready-made components and nothing else, as their users write it.</summary>
sealed class Build : NukeBuild, ITest
{
    public static int Main() => Execute<Build>(x => ((ITest)x).Test);

    IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");

    Configure<DotNetTestSettings> ITest.TestSettings => _ => _.SetFilter("Category!=Slow");

    Configure<DotNetBuildSettings> ICompile.CompileSettings => _ => _.EnableNoLogo();
}
