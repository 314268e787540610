using System.Text;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Secrets;

namespace QualityGovernance.Deployment.Tests.Scanning.Secrets;

public sealed class SecretScannerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Rules => [.. SecretRules.All.Select(rule => rule.Id)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_planted_secret_is_found_in_its_line_and_not_told(string rule)
    {
        var finding = SecretScanner.ScanText("src/a.cs", $"one\ntwo\n  {Sentinels.All[rule]}\n").Single(one => one.Rule == rule);

        finding.Where.ShouldBe("src/a.cs");
        finding.What.ShouldContain("line 3");
        finding.ToString().ShouldNotContain(Sentinels.All[rule].Split('\n')[^1][^12..]);
    }

    [Theory]
    [InlineData("SECRET_KEY=${SECRET_KEY}")]
    [InlineData("SECRET_KEY=sandbox-only-secret-key-not-for-production-0001")]
    [InlineData("password: changeme-changeme-changeme-1")]
    [InlineData("DATABASE_URL=postgresql://qgp:${PASSWORD}@postgres:5432/qgp")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("JWT_SECRET_KEY_FILE: /run/secrets/jwt_secret_key")]
    public void A_placeholder_is_none(string line) => SecretScanner.ScanText("a", line + "\n").ShouldBeEmpty();

    [Theory]
    [InlineData(".env.sandbox.example")]
    [InlineData(".nuke/sandbox-secrets/database_url")]
    [InlineData(".nuke/sandbox-secrets/secret_key")]
    [InlineData("docker-compose.sandbox.yml")]
    public void What_the_sandbox_is_shipped_with_is_none(string file)
    {
        SecretScanner.ScanText(file, Checkout.Text(file)).ShouldBeEmpty();
        SecretScanner.ScanText(file, Checkout.Text(file) + "\n" + Sentinels.All["assigned-secret"]).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_secret_in_a_program_is_found_in_either_encoding(bool wide)
    {
        byte[] content = [0, 1, 2, .. (wide ? Encoding.Unicode : Encoding.ASCII).GetBytes($" {Sentinels.Aws} "), 0];

        SecretScanner.Scan("a.dll", content).ShouldHaveSingleItem().Rule.ShouldBe("aws-access-key");
    }

    [Fact]
    public async Task The_tracked_files_are_read_and_no_others()
    {
        var git = new ProcessRunner(new SecretMask());
        await git.CheckedAsync(Command.Of("git", "-C", folder.Path, "init", "--quiet"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "tracked.txt"), Sentinels.Aws);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "own.txt"), Sentinels.Aws);
        await git.CheckedAsync(Command.Of("git", "-C", folder.Path, "add", "tracked.txt"));

        var (findings, files, unread) = await TrackedFiles.ScanAsync(git, folder.Path, default);

        findings.ShouldHaveSingleItem().Where.ShouldBe("tracked.txt");
        (files, unread).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_checkout_holds_no_secret_without_a_reason_and_no_reason_without_a_finding()
    {
        var (findings, files, _) = await TrackedFiles.ScanAsync(new ProcessRunner(new SecretMask()), Checkout.Root, default);
        var allowed = AllowList.Read(Checkout.Root).Of(ScanKind.Secrets);

        files.ShouldBeGreaterThan(100);
        findings.Where(finding => !allowed.Any(one => one.Covers(finding))).ShouldBeEmpty();
        allowed.Where(one => !findings.Any(one.Covers)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_secret_in_a_layer_is_found_also_where_a_later_layer_deletes_it(bool oci, bool compressed)
    {
        var image = new PlantedImage { IsOci = oci, IsCompressed = compressed }
            .Layer(("etc/os-release", "ID=debian"))
            .Layer(("app/key.txt", Sentinels.Aws))
            .Layer(("app/.wh.key.txt", ""));

        var (findings, read) = await ImageSecrets.ScanAsync(image.Write(folder.Path), default);

        findings.ShouldHaveSingleItem().Where.ShouldBe("layer 2: app/key.txt");
        (read.Layers, read.Unread).ShouldBe((3, 0));
    }

    [Theory]
    [InlineData("""{"config":{"Env":["AUTH_SECRET_KEY=@"]}}""", "environment: AUTH_SECRET_KEY")]
    [InlineData("""{"config":{"Labels":{"x":"@"}}}""", "label: x")]
    [InlineData("""{"history":[{"created_by":"a"},{"created_by":"RUN login @"}]}""", "history: command 2")]
    public async Task A_secret_in_what_the_image_says_of_itself_is_found(string configuration, string where)
    {
        var image = new PlantedImage { Configuration = configuration.Replace("@", Sentinels.Aws, StringComparison.Ordinal) }.Layer(("a", "b"));

        var (findings, _) = await ImageSecrets.ScanAsync(image.Write(folder.Path), default);

        findings.Select(finding => finding.Where).Distinct().ShouldBe([where]);
        string.Concat(findings).ShouldNotContain(Sentinels.Aws);
    }

    [Fact]
    public async Task A_file_that_is_no_image_is_not_a_clean_one()
    {
        var path = Path.Combine(folder.Path, "image.tar");
        await File.WriteAllTextAsync(path, "nothing");

        await Should.ThrowAsync<DeploymentException>(() => ImageSecrets.ScanAsync(path, default));
    }

    [Fact]
    public Task The_scanner_sees_what_is_planted_for_it() => SentinelCheck.AssertAsync(default);
}
