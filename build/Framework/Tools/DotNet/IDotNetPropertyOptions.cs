namespace Nuke.Common.Tools.DotNet;

/// <summary>Marks commands that have setters for well-known MSBuild properties.</summary>
public interface IDotNetPropertyOptions;
