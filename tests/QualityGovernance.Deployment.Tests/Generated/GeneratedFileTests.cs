using QualityGovernance.Deployment.Generated;

namespace QualityGovernance.Deployment.Tests.Generated;

public sealed class GeneratedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly GeneratedFile file = new("docs/PAGE.md", "one\ntwo\n", "the build", "./build.sh GenerateDocuments");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_written_has_not_drifted_and_is_not_written_again()
    {
        file.Write(folder.Path).ShouldBeTrue();

        file.Drift(folder.Path).ShouldBeNull();
        file.Write(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_drift_names_file_line_source_and_command()
    {
        file.Write(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "docs", "PAGE.md"), "one\n2\n");

        file.Drift(folder.Path).ShouldBe("docs/PAGE.md, line 2 is \"2\" and not \"two\", as the build has it: ./build.sh GenerateDocuments");
    }

    [Fact]
    public void A_missing_file_and_one_that_goes_on_have_drifted()
    {
        file.Drift(folder.Path).ShouldBe("docs/PAGE.md is missing: ./build.sh GenerateDocuments");
        (file with { Text = "one\ntwo\nthree\n" }).Write(folder.Path);

        file.Drift(folder.Path).ShouldNotBeNull().ShouldContain("line 3 is \"three\" and not \"\"");
    }
}
