using System.Text.RegularExpressions;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>Statements that pass the change tracker by pass the audit trail by too; so only tables that are not audited may be written so.</summary>
public sealed partial class UnauditedStatementTests
{
    // Tokens, counts of failures and kept answers, whose configurations say why they are not audited; then what changes a version at most, reads, sends what others ask, or seals.
    private static readonly string[] Allowed =
    [
        "Sessions.cs", "SignInThrottle.cs", "IdempotencyStore.cs", "ReferenceNumbers.cs", "NewRecords.cs", "RecordIds.cs", "RecordLocks.cs",
        "HeldRecords.cs", "SchemaProbe.cs", "RoundTrip.cs", "SealerSession.cs",
    ];

    [Fact]
    public void Records_are_written_through_the_change_tracker_only() =>
        Sources().Where(file => !Allowed.Contains(Path.GetFileName(file)) && PassesBy(File.ReadAllText(file))).ShouldBeEmpty();

    [Fact]
    public void Every_file_that_is_allowed_to_still_does() => Idle(Allowed).ShouldBeEmpty("take them off the list");

    [Fact]
    public void A_file_that_is_allowed_to_and_does_not_is_found() => Idle([.. Allowed, "Program.cs"]).ShouldBe(["Program.cs"]);

    [Theory]
    [InlineData("await db.Set<Policy>().ExecuteDeleteAsync();")]
    [InlineData("await db.Set<Policy>().ExecuteUpdateAsync(row => row);")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"DELETE FROM policies\");")]
    [InlineData("await db.Database.SqlQueryRaw<int>(\"UPDATE policies SET title = '' RETURNING id\");")]
    [InlineData("db.Set<Policy>().FromSqlRaw(\"DELETE FROM policies RETURNING *\");")]
    [InlineData("db.Set<Policy>().FromSql($\"DELETE FROM policies RETURNING *\");")]
    [InlineData("var command = connection.CreateCommand();")]
    [InlineData("command.CommandText = \"DELETE FROM policies\";")]
    public void A_planted_statement_is_found(string source) => PassesBy(source).ShouldBeTrue();

    private static IEnumerable<string?> Idle(IEnumerable<string> allowed) => allowed.Except(Sources().Where(file => PassesBy(File.ReadAllText(file))).Select(Path.GetFileName));

    private static bool PassesBy(string source) => Statement().IsMatch(source);

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln"))) folder = folder.Parent!;
        return new[] { "QualityGovernance.Web", "QualityGovernance.Platform" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", project), "*.cs", SearchOption.AllDirectories));
    }

    [GeneratedRegex(@"\b((ExecuteUpdate|ExecuteDelete|ExecuteSql|SqlQuery|FromSql|CreateDbCommand|CreateCommand)\w*\s*[<(]|CommandText\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();
}
