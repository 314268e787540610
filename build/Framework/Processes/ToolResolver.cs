namespace Nuke.Common.Tooling;

/// <summary>Makes a <see cref="Tool"/> of a program.</summary>
public static class ToolResolver
{
    public static Tool GetTool(string toolPath)
    {
        Assert.FileExists(toolPath, $"Tool '{toolPath}' does not exist");
        return new ToolExecutor(toolPath).Execute;
    }

    public static Tool GetPathTool(string name) => GetTool(ToolPathResolver.GetPathExecutable(name));

    public static Tool TryGetEnvironmentTool(string name) =>
        ToolPathResolver.TryGetEnvironmentExecutable($"{name.ToUpperInvariant()}_EXE") is { } toolPath ? GetTool(toolPath) : null;

    public static Tool GetEnvironmentOrPathTool(string name) => TryGetEnvironmentTool(name) ?? GetPathTool(name);
}
