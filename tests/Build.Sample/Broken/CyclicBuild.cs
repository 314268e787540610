using Nuke.Common;

/// <summary>Targets that wait for each other.</summary>
class CyclicBuild : NukeBuild
{
    Target Fine => _ => _.Executes(() => { });
    Target First => _ => _.DependsOn(Third).Executes(() => { });
    Target Second => _ => _.After(First).Executes(() => { });
    Target Third => _ => _.TriggeredBy(Second).Executes(() => { });
}
