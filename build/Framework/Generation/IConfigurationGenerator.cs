using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Writes files for a build server out of the build.</summary>
public interface IConfigurationGenerator
{
    string Id { get; }
    string DisplayName { get; }
    string HostName { get; }

    /// <summary>Whether every local run brings the files up to date by itself.</summary>
    bool AutoGenerate { get; }

    Type HostType { get; }
    IEnumerable<AbsolutePath> GeneratedFiles { get; }

    void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets);

    void SerializeState();
}
