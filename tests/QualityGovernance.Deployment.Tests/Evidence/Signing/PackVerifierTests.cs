using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence.Signing;

public sealed class PackVerifierTests : IDisposable
{
    private const int Changes = 1_000;

    private readonly SignedPack pack = new();

    public void Dispose() => pack.Dispose();

    [Fact]
    public void A_pack_that_nobody_touched_is_whole_and_names_its_signer()
    {
        var found = pack.Verify();

        found.Problems.ShouldBeEmpty();
        found.Unknown.ShouldBeEmpty();
        found.ExitCode.ShouldBe(0);
        found.SignedBy.ShouldHaveSingleItem().Name.ShouldBe("maker");
    }

    [Theory]
    [InlineData(1, "One thing is not as it was made.")]
    [InlineData(2, "2 things are not as they were made.")]
    public void What_was_changed_is_counted_in_good_grammar(int changes, string sentence)
    {
        foreach (var file in new[] { "pack.md", "pack.html" }.Take(changes))
            File.AppendAllText(pack.At(file), " ");
        using var output = new StringWriter();

        VerifyEvidenceCommand.Tell(pack.Verify(), output).ShouldBe(1);

        output.ToString().ShouldContain(sentence);
    }

    [Fact]
    public void A_folder_of_another_name_is_the_same_pack()
    {
        var moved = pack.Folder + "-as-received";
        Directory.Move(pack.Folder, moved);

        PackVerifier.Verify(moved, pack.Trusted).ExitCode.ShouldBe(0);
    }

    /// <summary>Every byte of every file counts, so positions are drawn over all of them, from a seed.</summary>
    [Fact]
    public void A_single_byte_that_is_changed_anywhere_is_found_and_its_file_named()
    {
        var random = new Random(20261125);
        var files = pack.Files;
        var lengths = files.Select(file => (int)new FileInfo(file).Length).ToList();
        for (var i = 0; i < Changes; i++)
        {
            var (file, at) = Position(files, lengths, random.Next(lengths.Sum()));
            var before = File.ReadAllBytes(file);
            var after = before.ToArray();
            after[at] = (byte)(after[at] ^ random.Next(1, 256));
            File.WriteAllBytes(file, after);

            var found = pack.Verify();

            found.ExitCode.ShouldBe(1, $"{file} at {at}");
            var name = Path.GetRelativePath(pack.Folder, file);
            found.Problems.ShouldContain(problem => problem.Contains(name, StringComparison.Ordinal), $"{name} at {at}: {string.Join(" ", found.Problems)}");
            File.WriteAllBytes(file, before);
        }

        pack.Verify().ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_file_that_was_removed_is_named()
    {
        foreach (var file in pack.Files.Where(file => Path.GetFileName(file) != PackSeal.FileName))
        {
            var content = File.ReadAllBytes(file);
            File.Delete(file);

            pack.Verify().Problems.ShouldContain(problem => problem.Contains(Path.GetRelativePath(pack.Folder, file), StringComparison.Ordinal));
            File.WriteAllBytes(file, content);
        }
    }

    [Theory]
    [InlineData("note.txt")]
    [InlineData("logs/9-Extra.log")]
    public void A_file_that_was_added_is_named(string name)
    {
        File.WriteAllText(pack.At(name), "");

        pack.Verify().Problems.ShouldContain($"{name} was added.");
    }

    [Fact]
    public void A_file_that_was_cut_off_or_got_another_name_is_named()
    {
        File.WriteAllBytes(pack.At("pack.md"), File.ReadAllBytes(pack.At("pack.md"))[..^1]);
        File.Move(pack.At("pack.json"), pack.At("pack2.json"));

        pack.Verify().Problems.ShouldBe(["pack.md was changed.", "pack.json is missing.", "pack2.json was added."], ignoreOrder: true);
    }

    [Fact]
    public void Whoever_makes_the_checksums_anew_is_found_out_by_the_signature()
    {
        File.AppendAllText(pack.At("pack.md"), "and more");
        var others = pack.Files.Select(file => Path.GetRelativePath(pack.Folder, file)).Where(file => file is not (PackFolder.SumsName or PackSeal.FileName));
        File.WriteAllText(pack.At(PackFolder.SumsName), Deployment.Evidence.Checksums.ChecksumList.Of(pack.Folder, others).ToString());

        pack.Verify().Problems.ShouldBe(["SHA256SUMS was changed.", "pack.md was changed."], ignoreOrder: true);
    }

    [Fact]
    public void The_envelope_of_another_pack_is_not_the_one_of_this()
    {
        using var other = new SignedPack(Outcome.Failed);
        File.Copy(other.At(PackSeal.FileName), pack.At(PackSeal.FileName), overwrite: true);

        var found = pack.Verify();

        found.ExitCode.ShouldBe(1);
        found.SignedBy.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_signature_and_without_trusted_keys_nothing_is_claimed()
    {
        PackVerifier.Verify(pack.Folder, new TrustedKeys([])).ExitCode.ShouldBe(3);
        File.Delete(pack.At(PackSeal.FileName));

        var found = pack.Verify();

        found.ExitCode.ShouldBe(3);
        found.Unknown.ShouldHaveSingleItem().ShouldContain("is not signed");
    }

    [Fact]
    public void The_program_of_an_auditor_tells_the_same()
    {
        var trust = pack.Folder + "-trust";
        Directory.CreateDirectory(trust);
        File.WriteAllText(Path.Combine(trust, "maker.pem"), pack.Maker.PublicPem);
        using var output = new StringWriter();

        VerifyEvidenceCommand.Run([pack.Folder, "--trust", trust], output, output).ShouldBe(0, output.ToString());
        output.ToString().ShouldContain("Signed by maker");
        VerifyEvidenceCommand.Run([pack.Folder], output, output).ShouldBe(3);
        File.AppendAllText(pack.At("pack.html"), " ");
        VerifyEvidenceCommand.Run(["--trust", trust, pack.Folder], output, output).ShouldBe(1);
        output.ToString().ShouldContain("pack.html was changed.");
        VerifyEvidenceCommand.Run([], output, output).ShouldBe(VerifyEvidenceCommand.UsageExitCode);
        VerifyEvidenceCommand.Run([pack.Folder + "-not-there"], output, output).ShouldBe(VerifyEvidenceCommand.UsageExitCode);
        Directory.Delete(trust, recursive: true);
    }

    private static (string File, int At) Position(IReadOnlyList<string> files, IReadOnlyList<int> lengths, int position)
    {
        var i = 0;
        while (position >= lengths[i])
            position -= lengths[i++];
        return (files[i], position);
    }
}
