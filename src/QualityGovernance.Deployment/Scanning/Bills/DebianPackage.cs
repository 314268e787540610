namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>A package of Debian or of one that is made of it, as dpkg has it on record.</summary>
internal sealed record DebianPackage(string Name, string Version, string Architecture)
{
    /// <summary>Reads paragraphs of <c>/var/lib/dpkg/status</c>. One that says that its package was removed is none.</summary>
    public static IEnumerable<DebianPackage> Parse(string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = paragraph.Split('\n').Where(line => line.Length > 0 && line[0] != ' ' && line.Contains(": ", StringComparison.Ordinal))
                .Select(line => line.Split(": ", 2)).GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.First()[1].Trim());
            if (fields.GetValueOrDefault("Status", "installed").Split(' ')[^1] is not ("installed" or "unpacked"))
                continue;
            if (fields.TryGetValue("Package", out var name) && fields.TryGetValue("Version", out var version))
                yield return new DebianPackage(name, version, fields.GetValueOrDefault("Architecture", "all"));
        }
    }

    /// <param name="distribution">Such as debian.</param>
    /// <param name="release">Such as 12; empty where the image does not say.</param>
    public string Purl(string distribution, string release) =>
        $"pkg:deb/{distribution}/{Uri.EscapeDataString(Name)}@{Uri.EscapeDataString(Version)}?arch={Architecture}{(release.Length > 0 ? $"&distro={distribution}-{release}" : "")}";
}
