using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

[AttributeUsage(AttributeTargets.Class)]
class PipelineAttribute(string name, GitHubActionsImage image) : GitHubActionsAttribute(name, image)
{
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        new Targets(relevantTargets.Select(x => x.Name));

    class Targets(IEnumerable<string> names) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            writer.WriteLine("targets:");
            using (writer.Indent())
                foreach (var name in names)
                    writer.WriteLine($"- {name}");
        }
    }
}
