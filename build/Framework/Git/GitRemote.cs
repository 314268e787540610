using System.Text.RegularExpressions;

namespace Nuke.Common.Git;

/// <summary>Takes a remote's address apart: <c>https://host/owner/name.git</c>, <c>git@host:owner/name</c>, <c>ssh://git@host:22/owner/name</c>.</summary>
internal static partial class GitRemote
{
    public static (GitProtocol Protocol, string Endpoint, string Identifier) Parse(string url)
    {
        var match = Address().Match(url.NotNull().Trim());
        Assert.True(match.Success, $"'{url}' is not the address of a git remote");
        return (
            match.Groups["scheme"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? GitProtocol.Https : GitProtocol.Ssh,
            match.Groups["host"].Value,
            match.Groups["name"].Value);
    }

    [GeneratedRegex("""^((?<scheme>\w+)://)?([^@/]+@)?(?<host>[^/:]+)(:\d+(?=/))?[/:](?<name>.+?)(\.git)?/?$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
