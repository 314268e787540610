namespace Nuke.Common.Tooling;

/// <summary>Changes settings and returns the changed ones.</summary>
public delegate T Configure<T>(T options);
