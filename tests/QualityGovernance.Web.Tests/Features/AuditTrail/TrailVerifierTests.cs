using System.Text;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

/// <summary>What is done to an export of a real database is found, at the first place.</summary>
[Trait("Needs", "Engine")]
public sealed class TrailVerifierTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private const int Seed = 20261125;

    [Fact]
    public async Task An_untouched_export_is_whole() => (await VerifyAsync(await LinesAsync())).Fault.ShouldBeNull();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_changed_entry_is_found(int line)
    {
        var lines = await LinesAsync();
        lines[line - 1] = lines[line - 1].Replace("\"action\":\"create\"", "\"action\":\"delete\"", StringComparison.Ordinal);
        await FoundAsync(lines, TrailFinding.Changed, line);
    }

    [Fact]
    public async Task A_changed_entry_with_a_new_seal_is_found_at_the_seal_after_it()
    {
        var lines = await LinesAsync();
        var line = TrailLine.Parse(lines[3])!;
        var entry = line.Entry! with { ActorId = 999 };
        var link = SealLink.Make(line.Seal!.Sequence, line.Seal.PreviousHash, entry, DateTimeOffset.UnixEpoch);
        lines[3] = new TrailLine(link, entry, null).Text;
        await FoundAsync(lines, TrailFinding.Changed, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_removed_entry_is_found(int line)
    {
        var lines = await LinesAsync();
        lines.RemoveAt(line - 1);
        await FoundAsync(lines, TrailFinding.Removed, line);
    }

    [Fact]
    public async Task Entries_that_are_missing_at_the_end_are_found()
    {
        var lines = await LinesAsync();
        lines.RemoveAt(lines.Count - 2);
        await FoundAsync(lines, TrailFinding.Removed, lines.Count);
        lines.RemoveAt(lines.Count - 1);
        await FoundAsync(lines, TrailFinding.CutShort, lines.Count + 1);
    }

    [Fact]
    public async Task An_inserted_entry_is_found()
    {
        var lines = await LinesAsync();
        lines.Insert(4, lines[2]);
        await FoundAsync(lines, TrailFinding.Inserted, 5);
    }

    [Fact]
    public async Task An_inserted_entry_with_a_fitting_seal_is_found_at_the_one_whose_place_it_takes()
    {
        var lines = await LinesAsync();
        var line = TrailLine.Parse(lines[3])!;
        var entry = line.Entry! with { EntryKey = SealedContent.Key(Guid.CreateVersion7()) };
        lines.Insert(4, new TrailLine(SealLink.Make(5, line.Seal!.Hash, entry, DateTimeOffset.UnixEpoch), entry, null).Text);
        await FoundAsync(lines, TrailFinding.Inserted, 6);
    }

    [Fact]
    public async Task Another_order_is_found()
    {
        var lines = await LinesAsync();
        (lines[2], lines[5]) = (lines[5], lines[2]);
        await FoundAsync(lines, TrailFinding.Reordered, 3);
    }

    [Fact]
    public async Task A_trail_that_was_rewritten_from_its_beginning_is_found_by_its_anchor_alone()
    {
        var lines = await LinesAsync();
        var head = TrailLine.Parse(lines[^2])!.Seal!.Hash;
        var (rewritten, hash) = (new List<string>(), AuditSeal.Beginning);
        foreach (var entry in lines.SkipLast(1).Select(line => TrailLine.Parse(line)!.Entry!).Where((_, index) => index != 2))
        {
            var link = SealLink.Make(rewritten.Count + 1, hash, entry, DateTimeOffset.UnixEpoch);
            rewritten.Add(new TrailLine(link, entry, null).Text);
            hash = link.Hash;
        }

        rewritten.Add(new TrailLine(null, null, new(rewritten.Count, hash)).Text);
        (await VerifyAsync(rewritten)).Fault.ShouldBeNull();
        (await VerifyAsync(rewritten, head)).Fault.ShouldNotBeNull().Finding.ShouldBe(TrailFinding.NotTheAnchored);
    }

    [Fact]
    public async Task Each_of_two_hundred_random_changes_of_one_byte_is_found()
    {
        var bytes = Encoding.UTF8.GetBytes(Joined(await LinesAsync()));
        var random = new Random(Seed);
        var missed = new List<string>();
        for (var number = 0; number < 200; number++)
        {
            var changed = (byte[])bytes.Clone();
            var (at, by) = (random.Next(bytes.Length), random.Next(1, 256));
            changed[at] ^= (byte)by;
            using var file = new MemoryStream(changed);
            if ((await TrailVerifier.VerifyAsync(file, new(), CancellationToken.None)).Fault is null) missed.Add($"byte {at} by {by:x2}");
        }

        missed.ShouldBeEmpty();
    }

    private async Task<List<string>> LinesAsync()
    {
        for (var number = 0; number < 10; number++) await service.Admin.Post("/api/v1/policies", new { title = $"Sealed \t {number} é", description = "a\u0001\"b" });
        await ChainTests.SealAllAsync(service);
        var export = (await service.Admin.Get("/api/v1/audit-trail/export?to_sequence=10")).Text;
        return [.. export.TrimEnd('\n').Split('\n')];
    }

    private static async Task FoundAsync(IReadOnlyList<string> lines, TrailFinding finding, int line)
    {
        var fault = (await VerifyAsync(lines)).Fault.ShouldNotBeNull();
        (fault.Finding, fault.Line).ShouldBe((finding, line), fault.Sentence);
    }

    private static Task<TrailReport> VerifyAsync(IReadOnlyList<string> lines, string? head = null) => ChainTests.VerifyAsync(Joined(lines), new(Head: head));

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
