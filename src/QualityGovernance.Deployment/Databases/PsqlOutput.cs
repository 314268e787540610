namespace QualityGovernance.Deployment.Databases;

/// <summary>How psql is called for a program to read its answer: no headings, no settings of the user, columns between tabs.</summary>
internal static class PsqlOutput
{
    /// <summary>Tells the programs that a script starts where the folder is that they may write into.</summary>
    public const string FolderVariable = "QGP_FOLDER";

    public static readonly IReadOnlyList<string> Program =
        ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--field-separator=\t", "--set=ON_ERROR_STOP=1", "--file=-"];

    public static IReadOnlyList<string[]> Rows(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];

    /// <summary>A text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    /// <summary>A name as SQL writes it.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
