using System.Diagnostics;
using System.Text.Json;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Leases;

namespace QualityGovernance.Deployment.Tests.Releases.Leases;

public sealed class LeaseBookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly EnvironmentState state;
    private readonly LeaseBook book;

    public LeaseBookTests()
    {
        state = new EnvironmentState(folder.Path, EnvironmentDescription.Staging);
        book = new LeaseBook(state, TimeProvider.System);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_one_is_told_who_has_it_why_and_what_to_type()
    {
        await TakeAsync("first", "new forms");

        var refused = await Should.ThrowAsync<LeaseHeldException>(() => TakeAsync("second"));

        refused.Message.ShouldContain("staging is taken by");
        refused.Message.ShouldContain("(run first): new forms");
        refused.NextCommand!.ShouldContain("--wait");
        book.Current()!.Run.ShouldBe("first");
    }

    [Fact]
    public async Task A_lease_that_was_given_back_can_be_taken()
    {
        await (await TakeAsync("first")).ReleaseAsync();

        (await TakeAsync("second")).Lease.Run.ShouldBe("second");
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_it()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            try
            {
                return await TakeAsync($"run-{number}");
            }
            catch (LeaseHeldException)
            {
                return null;
            }
        }));

        attempts.OfType<HeldLease>().ShouldHaveSingleItem().Lease.Run.ShouldBe(book.Current()!.Run);
    }

    [Fact]
    public async Task Whoever_waits_gets_it_when_it_is_free()
    {
        var first = await TakeAsync("first");
        var waits = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        var second = book.TakeAsync(book.New("Deploy", "second", null), TimeSpan.FromMinutes(1), line => waits.TrySetResult(line));
        (await waits.Task).ShouldContain("run first");
        await first.ReleaseAsync();

        (await second).Lease.Run.ShouldBe("second");
    }

    [Fact]
    public async Task What_a_killed_owner_left_is_neither_taken_nor_waited_for()
    {
        Leave("killed");

        var refused = await Should.ThrowAsync<LeaseHeldException>(() => book.TakeAsync(book.New("Deploy", "next", null), TimeSpan.FromMinutes(1), _ => { }));

        refused.Message.ShouldContain("that process is gone");
        refused.NextCommand.ShouldBe("./build.sh RecoverEnvironment --environment staging");
        book.Current()!.Run.ShouldBe("killed");
    }

    [Fact]
    public async Task The_lease_of_a_process_is_found_stale_when_it_was_killed()
    {
        using var owner = Process.Start("tail", ["-f", "/dev/null"]);
        Leave("killed", OwnerMark.Of(owner.Id)!.ToString());
        (await Should.ThrowAsync<LeaseHeldException>(() => TakeAsync("next"))).OwnerMayBeAlive.ShouldBeTrue();

        owner.Kill();
        await owner.WaitForExitAsync();

        (await Should.ThrowAsync<LeaseHeldException>(() => TakeAsync("next"))).OwnerMayBeAlive.ShouldBeFalse();
        (await book.TakeOverAsync(book.New("RecoverEnvironment", "recovery", null)))!.Lease.Recovers!.Run.ShouldBe("killed");
    }

    [Fact]
    public async Task A_recovery_takes_over_and_remembers_from_whom_even_when_it_is_killed_itself()
    {
        Leave("killed");
        var recovery = await book.TakeOverAsync(book.New("RecoverEnvironment", "recovery", null));
        recovery!.Lease.Recovers!.Run.ShouldBe("killed");
        state.Write("lease.json", File.ReadAllText(state.At("lease.json")).Replace(OwnerMark.Current.ToString(), Gone, StringComparison.Ordinal));

        var again = await book.TakeOverAsync(book.New("RecoverEnvironment", "again", null));

        again!.Lease.Recovers!.Run.ShouldBe("killed");
    }

    [Fact]
    public async Task Nobody_is_recovered_from_who_is_at_work()
    {
        await TakeAsync("first");

        (await Should.ThrowAsync<LeaseHeldException>(() => book.TakeOverAsync(book.New("RecoverEnvironment", "recovery", null)))).OwnerMayBeAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_nobody_left_anything_there_is_nothing_to_recover() =>
        (await book.TakeOverAsync(book.New("RecoverEnvironment", "recovery", null))).ShouldBeNull();

    [Fact]
    public async Task Nobody_gives_back_what_somebody_else_has()
    {
        var first = await TakeAsync("first");
        await first.ReleaseAsync();
        await TakeAsync("second");

        await first.ReleaseAsync();

        book.Current()!.Run.ShouldBe("second");
    }

    [Fact]
    public void A_lease_that_cannot_be_read_is_not_taken_for_none()
    {
        state.Write("lease.json", "{");

        Should.Throw<DeploymentException>(() => book.Current()).Message.ShouldContain("nobody can say who has staging");
    }

    private static string Gone => (OwnerMark.Current with { Started = "1" }).ToString();

    private Task<HeldLease> TakeAsync(string run, string? reason = null) => book.TakeAsync(book.New("Deploy", run, reason), wait: null, _ => { });

    private void Leave(string run, string? process = null) =>
        state.Write("lease.json", JsonSerializer.Serialize(book.New("Deploy", run, null) with { Process = process ?? Gone }, LeaseBook.Json));
}
