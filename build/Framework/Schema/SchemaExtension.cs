using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>
/// Keeps <c>.nuke/build.schema.json</c> in step with the build. The file is written only when its content changes, and
/// not even looked at while neither the build's assemblies nor the file have changed since.
/// </summary>
internal sealed class SchemaExtension(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 75;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        // An assembly that stands outside its sources has no schema to keep.
        if (BuildPaths.Project == null)
            return;
        var file = BuildPaths.Nuke / "build.schema.json";
        var stampFile = BuildPaths.Temporary / "build.schema.stamp";
        if (stampFile.FileExists() && File.ReadAllText(stampFile) == GetStamp(file))
            return;
        var schema = BuildSchema.Write(ParameterService.Catalog, executableTargets.Select(x => x.Name));
        if (!file.FileExists() || File.ReadAllText(file) != schema)
            File.WriteAllText(file, schema);
        File.WriteAllText(stampFile, GetStamp(file));
    }

    private string GetStamp(AbsolutePath file)
    {
        var assemblies = Enumerable.Append(build.GetType().GetInterfaces(), build.GetType())
            .Select(x => x.Module.ModuleVersionId.ToString())
            .Distinct()
            .Order(StringComparer.Ordinal);
        var info = file.ToFileInfo();
        return string.Join('\n', [.. assemblies, info.Exists ? $"{info.Length} {info.LastWriteTimeUtc.Ticks}" : "missing"]);
    }
}
