using Microsoft.Extensions.Configuration;
using QualityGovernance.Migrations.Running;

namespace QualityGovernance.Migrations.Commands;

/// <summary>Finds the password of a new administrator: never among the arguments, which every user of the machine can read.</summary>
internal static class AdminPassword
{
    private const string Variable = "ADMIN_PASSWORD";
    private const string FileVariable = "ADMIN_PASSWORD_FILE";

    public static string Read(IConfiguration configuration, CommandLine command, TextReader input)
    {
        var (given, file) = (configuration[Variable], configuration[FileVariable]);
        var sources = new[] { command.Options.ContainsKey("--password-stdin"), !string.IsNullOrEmpty(given), !string.IsNullOrEmpty(file) };
        if (sources.Count(source => source) != 1)
            throw new RefusedException($"The password must come from exactly one place: {Variable}, {FileVariable}, or standard input with --password-stdin.");
        if (sources[0]) return input.ReadLine() ?? "";
        if (sources[1]) return given!;
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\r', '\n') : throw new RefusedException($"{FileVariable} names {file}, which does not exist.");
    }
}
