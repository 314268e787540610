using Nuke.Common;

/// <summary>Which recorded run is meant.</summary>
interface IHasRunName : IHasRuns
{
    [Parameter("A run, by its id: the name of its folder under artifacts/runs. CompareRuns takes it twice", Name = "Run")]
    string RunName => TryGetValue(() => RunName);
}
