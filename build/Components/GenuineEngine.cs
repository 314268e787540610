using System;
using System.IO;
using System.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using QualityGovernance.Deployment;
using QualityGovernance.Deployment.CommandLines;

/// <summary>
/// Holds the genuine packages to what this build promises under both engines. On build/Framework it does nothing: that does so by itself.
/// <para>What is typed and not understood is refused before anything runs.</para>
/// <para>The schema, which the packages write anew in every run and not as build/Framework does, stays as it was committed while it allows the same to be typed:
/// a run that changes the checkout could not be released.</para>
/// </summary>
sealed class GenuineEngine
{
    readonly string committed = IsInUse && SchemaFile.FileExists() ? File.ReadAllText(SchemaFile) : null;

    public static bool IsInUse => typeof(NukeBuild).Assembly.GetName().Name == "Nuke.Build";

    static AbsolutePath SchemaFile => NukeBuild.RootDirectory / ".nuke" / "build.schema.json";

    /// <remarks>For <c>OnBuildCreated</c>: the packages have written their schema, and have neither planned nor run anything.</remarks>
    /// <exception cref="DeploymentException">Something typed is not understood.</exception>
    public void Check()
    {
        if (!IsInUse) return;
        var written = File.ReadAllText(SchemaFile);
        var schema = BuildSchema.Read(written);
        if (committed != null && committed != written && BuildSchema.Read(committed).IsLike(schema)) File.WriteAllText(SchemaFile, committed);
        if (TypedCommand.Problems([.. Environment.GetCommandLineArgs().Skip(1)], schema) is { Count: > 0 } problems) throw new DeploymentException(string.Join('\n', problems));
    }
}
