using QualityGovernance.Deployment.Documents;

namespace QualityGovernance.Deployment.Tests.Documents;

public sealed class GeneratedDocumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly GeneratedDocument document = new("docs/PAGE.md", "one\ntwo\n", "the build");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_written_has_not_drifted_and_is_not_written_again()
    {
        document.Write(folder.Path).ShouldBeTrue();

        document.Drift(folder.Path).ShouldBeNull();
        document.Write(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_drift_names_file_line_source_and_command()
    {
        document.Write(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "docs", "PAGE.md"), "one\n2\n");

        document.Drift(folder.Path).ShouldBe("docs/PAGE.md, line 2 is \"2\" and not \"two\", as the build has it: ./build.sh GenerateDocuments");
    }

    [Fact]
    public void A_missing_file_and_one_that_goes_on_have_drifted()
    {
        document.Drift(folder.Path).ShouldBe("docs/PAGE.md is missing: ./build.sh GenerateDocuments");
        (document with { Text = "one\ntwo\nthree\n" }).Write(folder.Path);

        document.Drift(folder.Path).ShouldNotBeNull().ShouldContain("line 3 is \"three\" and not \"\"");
    }
}
