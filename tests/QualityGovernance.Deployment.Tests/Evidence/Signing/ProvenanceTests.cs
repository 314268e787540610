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

    [Theory]
    [InlineData("qgp-base/aspnet:10.0", "sha256:aa", "stand-in", "aa", "image id")]
    [InlineData("registry.example.org/aspnet@sha256:bb", "sha256:aa", "official", "bb", "manifest")]
    public void Base_images_are_named_by_a_digest_that_says_what_it_is_of(string reference, string id, string kind, string digest, string means)
    {
        using var recorded = new RecordedRun();
        recorded.Start("BuildImage");
        recorded.Ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = "BuildImage", Outcome = Outcome.Passed, Started = recorded.Time.GetUtcNow(), Ended = recorded.Time.GetUtcNow(), Inputs = new() { ["base-runtime"] = reference, ["base-runtime-id"] = id, ["base-kind"] = kind } });
        recorded.Finish();
        var none = new Dictionary<string, string>();

        var predicate = new Provenance(RunVerifier.Read(recorded.Run), none, none, none) { Publication = recorded.Run.Id }.ToStatement().Predicate;

        var image = predicate["buildDefinition"]!["resolvedDependencies"]![1]!;
        image["uri"]!.ToString().ShouldBe(reference);
        image["digest"]!["sha256"]!.ToString().ShouldBe(digest);
        image["annotations"]!["kind"]!.ToString().ShouldBe(kind);
        image["annotations"]!["digestOf"]!.ToString().ShouldBe(means);
        predicate["runDetails"]!["metadata"]!["qgp_publicationId"]!.ToString().ShouldBe(recorded.Run.Id.Value);
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
