namespace Nuke.Common.Tooling;

/// <summary>Makes several settings of one.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options)
    where T : new();
