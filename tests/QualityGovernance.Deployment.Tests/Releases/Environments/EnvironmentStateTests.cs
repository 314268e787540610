using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Tests.Releases.Environments;

public sealed class EnvironmentStateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private EnvironmentState State => new(folder.Path, "staging");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_there_as_a_whole()
    {
        State.Write("lease.json", "first");
        State.Write("lease.json", "second");

        File.ReadAllText(State.At("lease.json")).ShouldBe("second");
        Directory.EnumerateFiles(State.Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_no_half_of_it()
    {
        Directory.CreateDirectory(State.At("lease.json"));

        Should.Throw<Exception>(() => State.Write("lease.json", "a lease")).ShouldBeAssignableTo<SystemException>();

        Directory.EnumerateFiles(State.Folder).ShouldBeEmpty();
    }
}
