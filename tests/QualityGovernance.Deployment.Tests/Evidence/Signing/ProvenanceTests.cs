using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence.Signing;

public sealed class ProvenanceTests
{
    [Fact]
    public void It_names_what_was_made_from_what_in_which_run()
    {
        using var key = SigningKey.New();
        using var recorded = RecordedRun.Sealed("BuildImage");
        var record = RunVerifier.Read(recorded.Run);

        var statement = new Provenance(
            record,
            new Dictionary<string, string> { ["image"] = "aa" },
            new Dictionary<string, string> { ["src/packages.lock.json"] = "bb" },
            new Dictionary<string, string> { ["tag"] = "v1.0.0" }).ToStatement();

        statement.Subjects["image"].ShouldBe("aa");
        var definition = statement.Predicate["buildDefinition"]!;
        definition["externalParameters"]!["tag"]!.ToString().ShouldBe("v1.0.0");
        definition["resolvedDependencies"]![0]!["digest"]!["gitCommit"]!.ToString().ShouldBe("abc");
        definition["resolvedDependencies"]![1]!["digest"]!["sha256"]!.ToString().ShouldBe("bb");
        statement.Predicate["runDetails"]!["metadata"]!["invocationId"]!.ToString().ShouldBe(recorded.Run.Id.Value);
        Statement.Of(Envelope.Parse(statement.Sign(key).ToString(), "it"), "it").ToString().ShouldBe(statement.ToString());
    }

    [Fact]
    public void Of_a_run_without_a_start_nothing_is_said()
    {
        using var recorded = new RecordedRun();
        recorded.Step("BuildImage", Outcome.Passed);

        Should.Throw<DeploymentException>(() => new Provenance(RunVerifier.Read(recorded.Run), new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>()).ToStatement())
            .Message.ShouldContain("has no receipt of its start");
    }
}
