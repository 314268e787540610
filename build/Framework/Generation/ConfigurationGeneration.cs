using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Writes what the configuration attributes of a build describe: when asked to, and on local runs where an attribute wants it so.</summary>
internal static class ConfigurationGeneration
{
    /// <summary>Whether that was all this run was for: <c>--generate-configuration GitHubActions_ci</c>.</summary>
    public static bool Run(NukeBuild build, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var generators = GeneratorsOf(build);
        if (ParameterService.Sources.CommandLine.Get(BuiltInOptions.GenerateConfiguration)?.FirstOrDefault() is { } id)
        {
            var generator = generators.Find(x => x.Id == id) ?? throw new BuildUsageException(
                $"Option '--{BuiltInOptions.GenerateConfiguration}' is '{id}', which is no configuration of this build.{Suggestion.For(id, generators.Select(x => x.Id))}");
            Write(generator, targets);
            return true;
        }

        if (NukeBuild.IsLocalBuild)
            generators.Where(x => x.AutoGenerate).ToList().ForEach(x => Write(x, targets));
        return false;
    }

    private static List<IConfigurationGenerator> GeneratorsOf(NukeBuild build)
    {
        var attributes = Attribute.GetCustomAttributes(build.GetType(), typeof(ConfigurationAttributeBase), inherit: true).Cast<ConfigurationAttributeBase>().ToList();
        attributes.ForEach(x => x.Build = build);
        return [.. attributes];
    }

    private static void Write(IConfigurationGenerator generator, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var files = generator.GeneratedFiles.ToList();
        files.ForEach(x => x.Parent.CreateDirectory());
        var before = files.ConvertAll(Content);
        generator.Generate(targets);
        if (files.ConvertAll(Content).SequenceEqual(before))
            return;
        Log.Warning("Configuration files for {Configuration:l} have changed.", generator.DisplayName);
    }

    private static string Content(AbsolutePath file) => file.FileExists() ? File.ReadAllText(file) : null;
}
