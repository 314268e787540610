using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Commands;

/// <summary>What the program does besides serving.</summary>
internal static class ServiceCommands
{
    /// <summary>EX_USAGE of sysexits.h.</summary>
    private const int Usage = 64;

    private const string Help = """
        Quality Governance Platform

        Usage: QualityGovernance.Web [command]

          (no command)     serve
          healthcheck      ask the running service for its health: exit 0 or 1
          check-config     check the settings and exit: 0, or 78 with every problem
          describe-config  print the settings: a table, or with --json, --markdown
          verify-audit-trail <file> [--head <hash>] [--after <hash>]
                           verify an export of the audit trail, without settings or a database: exit 0, 1 with the first
                           place that was changed, removed, inserted or reordered, or 66 if the file can't be read
          describe-api     print the OpenAPI document, as docs/openapi/qgp.v1.json keeps it; needs no settings and no database
          --help           print this

        """;

    private static readonly string[] Names = ["healthcheck", "check-config", "describe-config", "verify-audit-trail", "describe-api", "--help"];

    /// <param name="args">What was typed.</param>
    /// <param name="describeApi">Needs the whole host, which the other commands do not load.</param>
    /// <returns>The command that was asked for; null to serve.</returns>
    public static Func<Task<int>>? Find(string[] args, Func<Task<int>> describeApi) => args switch
    {
        [] => null,
        ["healthcheck"] => HealthcheckCommand.RunAsync,
        ["check-config"] => () => Task.FromResult(CheckConfigCommand.Run()),
        ["describe-config"] => () => Print(SettingsDescription.AsText()),
        ["describe-config", "--json"] => () => Print(SettingsDescription.AsJson()),
        ["describe-config", "--markdown"] => () => Print(SettingsDescription.AsMarkdown()),
        ["verify-audit-trail", .. var rest] => () => VerifyAuditTrail(rest),
        ["describe-api"] => describeApi,
        ["--help" or "-h" or "help"] => () => Print(Help),
        [("healthcheck" or "check-config" or "describe-config" or "describe-api") and var command, .. var rest] => () => Refuse(
            $"The command {command} does not take '{rest[^1]}'. 'describe-config' takes --json or --markdown, the others take nothing."),
        // The form in which hosts hand settings to the program: --NAME=value.
        _ when Array.TrueForAll(args, arg => arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=')) => null,
        [var unknown, ..] => () => Refuse(Unknown(unknown)),
    };

    private static Task<int> VerifyAuditTrail(string[] rest)
    {
        var arguments = VerifyAuditTrailArguments.Parse(rest);
        return arguments.Problem is { } problem ? Refuse(problem) : VerifyAuditTrailCommand.RunAsync(arguments.Path, arguments.Anchors);
    }

    private static string Unknown(string given)
    {
        var nearest = Names.MinBy(name => Spelling.Distance(given, name))!;
        var suggestion = Spelling.IsNear(given, nearest) ? $" Did you mean '{nearest}'?" : "";
        return $"There is no command '{given}'.{suggestion} Run with --help to see them all.";
    }

    private static async Task<int> Print(string text)
    {
        await Console.Out.WriteAsync(text);
        return 0;
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Usage;
    }
}
