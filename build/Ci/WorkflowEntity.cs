using Nuke.Common.CI;
using Nuke.Common.Utilities;

/// <summary>A text that is written as it is.</summary>
sealed class WorkflowEntity(string text) : ConfigurationEntity
{
    public override void Write(CustomFileWriter writer)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            writer.WriteLine(line);
    }
}
