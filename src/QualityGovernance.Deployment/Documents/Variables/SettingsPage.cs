namespace QualityGovernance.Deployment.Documents.Variables;

/// <summary>The page that explains the settings to people. The table in it is the service's own.</summary>
internal static class SettingsPage
{
    public const string File = "docs/configuration.md";

    private const string Begin = "<!-- settings: written by describe-config --markdown -->\n";
    private const string End = "<!-- end of settings -->";

    /// <exception cref="DeploymentException">The page has no place for the table.</exception>
    public static string With(string table, string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? page[..(begin + Begin.Length)] + table.TrimEnd() + "\n" + page[end..]
            : throw new DeploymentException($"{File} has no place for the table of settings: the lines \"{Begin.TrimEnd()}\" and \"{End}\", in this order.", $"git checkout -- {File}");
    }
}
