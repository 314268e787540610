using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Deployment.Rehearsal.Steps;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

/// <summary>A module that no rehearsal writes could fail on the migrated schema with every insert, unseen.</summary>
public sealed class SmokeRecordTests
{
    /// <summary>Logging in, and the account of the administrator who does it, are written and read by the rehearsal before anything else.</summary>
    private static readonly string[] WrittenByLoggingIn = ["auth", "users"];

    [Fact]
    public void A_rehearsal_writes_and_reads_back_every_module() =>
        Unwritten(Checkout.Text(ApiDocumentFiles.Current)).ShouldBeEmpty("give it a record in SmokeRecord.ForRun, and the fake service of these tests its path");

    [Fact]
    public void A_module_that_no_rehearsal_writes_is_found() =>
        Unwritten("""{"paths":{"/api/v1/policies":{"post":{"responses":{}}},"/api/v1/whistles":{"post":{"responses":{}}},"/api/v1/meta":{"get":{"responses":{}}}}}""").ShouldBe(["whistles"]);

    private static List<string> Unwritten(string document)
    {
        var written = SmokeRecord.ForRun("20260101-000000").Select(record => ModuleOf(record.Path)).Concat(WrittenByLoggingIn);
        return [.. ApiContract.Parse(document, "the document").Operations.Values
            .Where(operation => operation.Method == "POST" && !operation.Path.Contains('{'))
            .Select(operation => ModuleOf(operation.Path)).Distinct().Except(written)];
    }

    /// <summary>What stands after /api/v1.</summary>
    private static string ModuleOf(string path) => path.Split('/')[3];
}
