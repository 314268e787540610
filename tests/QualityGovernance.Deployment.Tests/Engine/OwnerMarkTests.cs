using System.Diagnostics;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class OwnerMarkTests
{
    [Fact]
    public void This_process_is_alive_and_its_mark_reads_back()
    {
        var mark = OwnerMark.Parse(OwnerMark.Current.ToString());

        mark.ShouldBe(OwnerMark.Current);
        mark!.MayBeAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_that_has_ended_is_gone()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { UseShellExecute = false, RedirectStandardOutput = true })!;
        var mark = OwnerMark.Of(process.Id);
        await process.WaitForExitAsync();

        mark.ShouldNotBeNull();
        mark.MayBeAlive.ShouldBeFalse();
    }

    [Fact]
    public void A_process_id_that_was_given_out_again_is_not_the_owner() =>
        (OwnerMark.Current with { Started = "1" }).MayBeAlive.ShouldBeFalse();

    [Fact]
    public void An_owner_from_another_machine_is_never_taken_for_dead() =>
        (OwnerMark.Current with { ProcessId = int.MaxValue, Place = "elsewhere" }).MayBeAlive.ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("x@y@z")]
    public void Anything_else_is_no_mark(string? text) => OwnerMark.Parse(text).ShouldBeNull();
}
