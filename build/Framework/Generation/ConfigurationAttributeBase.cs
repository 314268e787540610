using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>Put on a build class to describe a build server's configuration.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ConfigurationAttributeBase : Attribute, IConfigurationGenerator
{
    public INukeBuild Build { get; internal set; }

    public string DisplayName => string.IsNullOrEmpty(IdPostfix) ? HostName : $"{HostName} ({IdPostfix})";
    public string HostName => HostType.Name;
    public string Id => string.IsNullOrEmpty(IdPostfix) ? HostName : $"{HostName}_{IdPostfix}";
    public virtual string IdPostfix => string.Empty;

    public bool AutoGenerate { get; set; } = true;
    public abstract Type HostType { get; }
    public abstract AbsolutePath ConfigurationFile { get; }
    public abstract IEnumerable<AbsolutePath> GeneratedFiles { get; }

    public abstract IEnumerable<string> RelevantTargetNames { get; }
    public abstract IEnumerable<string> IrrelevantTargetNames { get; }

    public abstract CustomFileWriter CreateWriter(StreamWriter streamWriter);

    public abstract ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets);

    public void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var relevant = new HashSet<ExecutableTarget>();
        foreach (var target in executableTargets.Where(x => RelevantTargetNames.Contains(x.Name)))
            AddWithDependencies(target);
        var configuration = GetConfiguration(executableTargets.Where(x => relevant.Contains(x) && !IrrelevantTargetNames.Contains(x.Name)).ToList());
        using var stream = CreateStream();
        var writer = CreateWriter(stream);
        writer.WriteComment($"Generated from the attributes of the build. To write it again: --{BuiltInOptions.GenerateConfiguration} {Id}");
        writer.WriteLine();
        writer.Write(configuration.Write);

        void AddWithDependencies(ExecutableTarget target)
        {
            if (relevant.Add(target))
                target.ExecutionDependencies.Concat(target.Triggers).ToList().ForEach(AddWithDependencies);
        }
    }

    public virtual void SerializeState()
    {
    }

    protected virtual StreamWriter CreateStream() => new(File.Open(ConfigurationFile, FileMode.Create));
}
