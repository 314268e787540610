using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with an exit code other than zero: which one, where, and what it said.</summary>
public class ProcessException : Exception
{
    public ProcessException(IProcess process)
        : base(SecretMask.Apply(Describe(process)))
    {
        Process = process;
        ExitCode = process.ExitCode;
    }

    public int ExitCode { get; }

    internal IProcess Process { get; }

    private static string Describe(IProcess process)
    {
        var text = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"   > {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}")
            .AppendLine($"   @ {process.WorkingDirectory}");
        var errors = process.Output.Where(x => x.Type == OutputType.Err).ToList();
        if (errors.Count > 0)
            Append(text, "Error output:", errors);
        else if (process.Output.Count > 0)
            Append(text, "Standard output:", process.Output);
        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, string title, IEnumerable<Output> output)
    {
        text.AppendLine(title);
        foreach (var line in output)
            text.Append("   ").AppendLine(line.Text);
    }
}
