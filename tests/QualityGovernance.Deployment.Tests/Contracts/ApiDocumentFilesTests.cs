using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Deployment.Tests.Contracts;

public sealed class ApiDocumentFilesTests : IDisposable
{
    private const string Before = """{"paths":{"/a":{"get":{"responses":{"200":{}}},"post":{"responses":{"201":{}}}}}}""";
    private const string After = """{"paths":{"/a":{"get":{"responses":{"200":{}}}}}}""";

    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();

    public ApiDocumentFilesTests()
    {
        Files.Write(Before);
        Files.Promise();
    }

    private ApiDocumentFiles Files => new(folder.Path, console);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_document_as_it_was_promised_is_in_order()
    {
        Files.Check(Before);
        console.Lines[^1].ShouldContain("2 operations");
    }

    [Fact]
    public void A_document_that_was_not_written_anew_is_found_with_its_line() =>
        Problems(After).ShouldContain("docs/openapi/qgp.v1.json, line 1");

    [Fact]
    public void A_breaking_change_is_found_after_the_document_was_written_anew()
    {
        Files.Write(After);
        Problems(After).ShouldContain("POST /a: the operation is gone. This breaks clients");
    }

    [Fact]
    public void A_breaking_change_with_a_reason_is_accepted_until_the_next_promise()
    {
        Files.Write(After);
        Accept("""[{"change":"POST /a: the operation is gone","reason":"Nobody called it."}]""");
        Files.Check(After);
        console.Lines[^1].ShouldContain("1 breaking changes, all of them accepted");

        Files.Promise();
        Files.Check(After);
        console.Lines[^1].ShouldContain("0 breaking changes");
    }

    [Theory]
    [InlineData("""[{"change":"POST /a: the operation is gone","reason":" "}]""", "without a \"reason\"")]
    [InlineData("""[{"reason":"why"}]""", "no \"change\"")]
    [InlineData("{}", "no array")]
    [InlineData("[", "not JSON")]
    [InlineData("""[{"change":"GET /a: the operation is gone","reason":"why"}]""", "which did not happen")]
    public void An_acceptance_without_a_reason_or_a_change_is_refused(string accepted, string problem)
    {
        Accept(accepted);
        Problems(Before).ShouldContain(problem);
    }

    [Fact]
    public void What_is_no_document_is_never_written()
    {
        Should.Throw<DeploymentException>(() => Files.Write("Port 8000 is taken.")).Message.ShouldContain("not JSON");
        File.ReadAllText(Path.Combine(folder.Path, ApiDocumentFiles.Current)).ShouldBe(Before);
    }

    private void Accept(string text) => File.WriteAllText(Path.Combine(folder.Path, ApiDocumentFiles.Accepted), text);

    private string Problems(string generated) => Should.Throw<DeploymentException>(() => Files.Check(generated)).Message;
}
