using QualityGovernance.Migrations.Running;

namespace QualityGovernance.Migrations.Commands;

/// <summary>What was asked for.</summary>
/// <param name="Verb">The command.</param>
/// <param name="Options">Option names with their values; null for a flag.</param>
/// <param name="Problem">One sentence when the line can't be understood.</param>
internal sealed record CommandLine(string Verb, IReadOnlyDictionary<string, string?> Options, string? Problem)
{
    public const string Usage =
        """
        Usage: QualityGovernance.Migrations [command]
          up                                   apply every pending migration (the default)
          down --to <revision>                 undo every migration after the revision; --to none undoes all. Refused if data would be lost,
                                               unless every table and column is named: --accept-loss <table,table.column>
          down --to <revision> --dry-run [--json]   what would be undone, and what would be lost
          status [--json] | status --head      what is applied and pending; --head prints this program's last migration, without a database
          check                                whether the migrations make the model, and are one history; needs no settings and no database
          script [--from <revision>] [--to <revision>]   print the SQL instead of running it
          grant --to <role>                    give a role that exists what the service needs, and no change of the audit trail or the schema; again after each up
          create-admin --email <address> [--password-stdin]   make an administrator; the password comes from ADMIN_PASSWORD, ADMIN_PASSWORD_FILE or standard input
        The database and all other settings come from the same environment variables as the service's.
        """;

    // Each command's options; true when the option takes a value.
    private static readonly Dictionary<string, Dictionary<string, bool>> Known = new()
    {
        ["up"] = [],
        ["down"] = new() { ["--to"] = true, ["--accept-loss"] = true, ["--dry-run"] = false, ["--json"] = false },
        ["status"] = new() { ["--json"] = false, ["--head"] = false },
        ["check"] = [],
        ["script"] = new() { ["--from"] = true, ["--to"] = true },
        ["grant"] = new() { ["--to"] = true },
        ["create-admin"] = new() { ["--email"] = true, ["--password-stdin"] = false },
        ["help"] = [],
    };

    public bool NeedsNoSettings => Verb is "help" or "check" || Options.ContainsKey("--head");

    /// <summary>What <c>down</c> was asked for.</summary>
    public WayDown WayDown => new(
        Options["--to"]!,
        Options.GetValueOrDefault("--accept-loss")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Options.ContainsKey("--dry-run"),
        Options.ContainsKey("--json"));

    public static CommandLine Parse(string[] args)
    {
        var verb = args is [] ? "up" : args[0] is "--help" or "-h" ? "help" : args[0];
        var options = new Dictionary<string, string?>();
        if (!Known.TryGetValue(verb, out var known)) return Wrong($"There is no command '{verb}'.");
        for (var index = 1; index < args.Length; index++)
        {
            var (name, value) = args[index].Split('=', 2) is [var left, var right] ? (left, right) : (args[index], null);
            if (!known.TryGetValue(name, out var takesValue)) return Wrong($"{verb} has no option '{name}'.");
            if (takesValue && value is null && ++index < args.Length) value = args[index];
            if (takesValue && string.IsNullOrWhiteSpace(value)) return Wrong($"{name} needs a value.");
            if (!takesValue && value is not null) return Wrong($"{name} takes no value.");
            options[name] = value;
        }

        if (verb == "down" && !options.ContainsKey("--to")) return Wrong("down needs --to <revision>: undoing migrations can lose data, so say how far.");
        if (verb == "down" && options.ContainsKey("--json") && !options.ContainsKey("--dry-run")) return Wrong("down has --json only together with --dry-run.");
        if (verb == "grant" && !options.ContainsKey("--to")) return Wrong("grant needs --to <role>.");
        if (verb == "create-admin" && !options.ContainsKey("--email")) return Wrong("create-admin needs --email <address>.");
        return new(verb, options, null);

        CommandLine Wrong(string problem) => new(verb, options, problem);
    }
}
