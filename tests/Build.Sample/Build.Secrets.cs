using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;
using Serilog;

partial class Build
{
    Target Leak => _ => _
        .Executes(() =>
        {
            Log.Information("token {Token} and passphrase {Passphrase}", ApiToken, Passphrase);
            Log.Warning("warned of " + ApiToken);
            Log.Debug("in an address: https://x/?t={Token}", Uri.EscapeDataString(ApiToken));
            Console.WriteLine($"straight to the console: {ApiToken}");
            Console.Write(ApiToken[..3]);
            Console.Write(ApiToken[3..]);
            Console.WriteLine(" in two pieces");
            foreach (var character in ApiToken)
                Console.Error.Write(character);
            Console.Error.WriteLine(" letter by letter");
            ProcessTasks.StartProcess("echo", $"from a process: {ApiToken}").AssertZeroExitCode();
            ReportSummary(_ => _.AddPair("Token", ApiToken));
        });

    Target LeakByException => _ => _.Executes(() => throw new InvalidOperationException($"refused token {ApiToken}"));

    Target LeakByProcess => _ => _.Executes(() => ProcessTasks.StartShell($"echo refused {ApiToken} >&2; exit 3").AssertZeroExitCode());

    Target LeakByRequirement => _ => _.Requires(() => ApiToken == "something else").Executes(() => { });

    Target PrintBraces => _ => _.Executes(() => ProcessTasks.StartProcess("echo", "{0} {Name} {{x}}").AssertZeroExitCode());
}
