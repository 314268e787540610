using System.Text.Json;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Data;
using Xunit.Abstractions;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>What is answered is what the document says: every member there, null only where it may be, nothing that is not described.</summary>
public sealed class AnswerTests(ServiceUnderTest<OnSqlite> service, ITestOutputHelper output) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    [Fact]
    public async Task Every_answer_is_as_the_document_describes_it()
    {
        var check = new AnswerCheck(await ApiDocument.TextAsync(service.Services));
        var problems = new List<string>();
        await new OperationWalk(service) { Answered = (method, path, answer) => problems.AddRange(check.Problems(method, path, answer)) }.AllAsync();

        output.WriteLine($"{check.Checked} answers");
        foreach (var (k, v) in check.Schemas.Seen.OrderBy(x => x.Key, StringComparer.Ordinal)) output.WriteLine($"{k} {string.Join(',', v)}");
        problems.ShouldBeEmpty(string.Join('\n', problems.Distinct()));
    }
}
