using System.Security.Cryptography;
using System.Text;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Remembers which targets succeeded, so that <c>--continue</c> can leave them out in the next attempt.</summary>
internal sealed class BuildAttempt
{
    private static readonly string s_file = BuildPaths.Temporary / "build-attempt.log";

    private BuildAttempt(IReadOnlyList<string> done) => Done = done;

    /// <summary>Targets that the attempt continued here had already done.</summary>
    public IReadOnlyList<string> Done { get; }

    public static BuildAttempt Start(bool isContinuing)
    {
        var invocation = GetInvocation();
        string[] done = [];
        if (isContinuing && File.Exists(s_file) && File.ReadAllLines(s_file) is [var previous, .. var targets])
        {
            if (previous == invocation)
                done = targets;
            else
                Log.Warning("Build invocation changed. Restarting ...");
        }
        File.WriteAllLines(s_file, [invocation, .. done]);
        return new BuildAttempt(done);
    }

    public void Add(string target) => File.AppendAllLines(s_file, [target]);

    // Secrets stay out: a hash of a short one would give it away.
    private static string GetInvocation()
    {
        var commandLine = ParameterService.Sources.CommandLine;
        var options = commandLine.Options
            .Where(x => x.Key != Parameter.ToKey(nameof(NukeBuild.Continue)) && ParameterService.Catalog.Find(x.Key)?.IsSecret != true)
            .OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => $"{x.Key}={string.Join('\t', x.Value)}");
        var text = string.Join('\n', Enumerable.Concat(options, commandLine.Targets.Select(x => x.ToUpperInvariant())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
