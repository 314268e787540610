namespace QualityGovernance.Deployment.Databases;

/// <summary>How psql is called for a program to read its answer: no headings, no settings of the user, columns between tabs.</summary>
internal static class PsqlOutput
{
    /// <summary>Where a script finds the folder that it may write into.</summary>
    public const string Folder = "/backup";

    public static readonly IReadOnlyList<string> Program =
        ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--field-separator=\t", "--set=ON_ERROR_STOP=1", "--file=-"];

    public static IReadOnlyList<string[]> Rows(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];

    /// <summary>A text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    /// <summary>A name as SQL writes it.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
