using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Commands;

public sealed class VerifyAuditTrailTests : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly string _head;
    private readonly TemporaryTrail _whole;
    private readonly TemporaryTrail _broken;

    public VerifyAuditTrailTests()
    {
        var hash = AuditSeal.Beginning;
        foreach (var sequence in Enumerable.Range(1, 3))
        {
            var entry = new SealedContent(sequence, SealedContent.Key(Guid.CreateVersion7()), "create", "policy", sequence, 1, "r", "2026-01-01T00:00:00.000000Z", null, "{}");
            var link = SealLink.Make(sequence, hash, entry, DateTimeOffset.UnixEpoch);
            _lines.Add(new TrailLine(link, entry, null).Text);
            hash = link.Hash;
        }

        _head = hash;
        _lines.Add(new TrailLine(null, null, new(3, hash)).Text);
        _whole = new(string.Concat(_lines.Select(line => line + "\n")));
        _broken = new(string.Concat(_lines.Where((_, index) => index != 1).Select(line => line + "\n")));
    }

    public void Dispose()
    {
        _whole.Dispose();
        _broken.Dispose();
    }

    [Fact]
    public async Task A_whole_trail_needs_no_setting_and_shows_its_head()
    {
        var finished = await RunAsync(_whole.Path, "--head", _head);

        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Output.ShouldContain("entries 1 to 3");
        finished.Output.ShouldContain(_head);
    }

    [Fact]
    public async Task A_broken_one_is_named_with_its_line()
    {
        var finished = await RunAsync(_broken.Path);

        finished.ExitCode.ShouldBe(1);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldContain("line 2: removed. Sequence 2 is missing before 3.");
    }

    [Fact]
    public async Task An_anchor_that_is_not_in_it_is_missed() => (await RunAsync(_whole.Path, $"--head={new string('1', 64)}")).ExitCode.ShouldBe(1);

    [Fact]
    public async Task A_file_that_is_not_there_is_told_from_a_broken_one() => (await RunAsync($"{_whole.Path}.away")).ExitCode.ShouldBe(66);

    [Theory]
    [InlineData]
    [InlineData("file", "--head", "short")]
    [InlineData("file", "another")]
    [InlineData("file", "--tail")]
    public async Task What_is_not_understood_is_refused(params string[] arguments) => (await RunAsync(arguments)).ExitCode.ShouldBe(64);

    /// <summary>The form is part of what auditors rely on: another one breaks every export that was ever kept.</summary>
    [Fact]
    public void The_canonical_form_and_its_hash_stay_as_they_are()
    {
        var entry = new SealedContent(7, "0193a3f0-0000-7000-8000-000000000001", "update", "policy", 4, null, "r-1", "2026-01-02T03:04:05.000006Z", "{\"title\":\"A\"}", "é\u0001\n\u2028");

        entry.Canonical.Text.ShouldBe(
            """{"action":"update","actor_id":null,"after":"é\u0001\n~","before":"{\"title\":\"A\"}","entity_id":4,"entity_type":"policy","entry_key":"0193a3f0-0000-7000-8000-000000000001","id":7,"occurred_at":"2026-01-02T03:04:05.000006Z","request_id":"r-1"}"""
                .Replace('~', '\u2028'));
        entry.Hash.ShouldBe("71f74e8463322649974a6cc754ecc8d4cc474820ccb4d5a7ec9fd549d783f7fb");
    }

    private static Task<Finished> RunAsync(params string[] arguments) => ServiceProgram.RunAsync(["verify-audit-trail", .. arguments], new Dictionary<string, string>());
}
