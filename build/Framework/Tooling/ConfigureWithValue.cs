namespace Nuke.Common.Tooling;

/// <summary>Changes settings for a value, a project for example, and returns the changed ones.</summary>
public delegate TOptions Configure<TOptions, in TValue>(TOptions options, TValue value)
    where TOptions : new();
