using System.Net;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Stacks.Hardening;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Probing;
using QualityGovernance.Deployment.Tests.Scanning.Dependencies;
using QualityGovernance.Deployment.Tests.Scanning.Secrets;

namespace QualityGovernance.Deployment.Tests.Scanning;

public sealed class ScanTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";
    private const string Trivy = "/usr/bin/trivy";
    private const string Image = "sha256:aa11";
    private const string Vulnerable = """{"Results":[{"Vulnerabilities":[{"VulnerabilityID":"CVE-2024-1","PkgName":"libc6","InstalledVersion":"2.36","Severity":"HIGH"}]}]}""";
    private const string ContentOfNoPackage = """{"SchemaVersion":2}""";

    private static readonly string[] Files = ["Dockerfile", "docker-compose.sandbox.yml", "docker-stack.yml", ".nuke/scan-allow.json", "QualityGovernance.sln"];

    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();
    private readonly ManualTime time = new();
    private readonly FakeMachine machine = new FakeMachine().Has("docker", "trivy");
    private readonly ScriptedRunner runner = new();
    private PlantedImage image = new PlantedImage().Layer(("etc/os-release", "ID=debian"));
    private string index = NuGetAnswers.IndexWithData;

    public ScanTests()
    {
        foreach (var file in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, file))!);
            File.WriteAllText(Path.Combine(folder.Path, file), Checkout.Text(file));
        }

        runner.Answers(Docker)
            .On($"{Docker} image inspect", EngineScript.Image(Image))
            .On($"{Docker} save", command =>
            {
                File.Copy(image.Write(folder.Path), command.Arguments[2], overwrite: true);
                return Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));
            })
            .On($"git -C {folder.Path} rev-parse", "abc").On($"git -C {folder.Path} status")
            .On($"git -C {folder.Path} -c core.quotePath=false ls-files", string.Join('\n', Files))
            .On("dotnet --version", "10.0.100").On("dotnet list", NuGetAnswers.Silent)
            .On($"{Trivy} --version", $$$"""{"Version":"0.69.1","VulnerabilityDB":{"UpdatedAt":"{{{time.GetUtcNow():O}}}"}}""").On($"{Trivy} image", ContentOfNoPackage);
        Rehearse(Image);
    }

    private string Runs => Path.Combine(folder.Path, "runs");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_scanned_and_nothing_found_ends_with_exit_code_0()
    {
        var result = await ScanAsync();

        result.ExitCode.ShouldBe(0, console.Text);
        var steps = RunVerifier.Read(result.Run).Steps.ToList();
        steps.Select(step => step.Name).ShouldBe(["ScanDependencies", "ScanSecrets", "ScanContainers", "ScanImage", "Waivers"]);
        foreach (var step in steps.SkipLast(1))
            new[] { "tool", "tool-version", "data-age", "findings" }.Except(step.Observations.Keys).ShouldBeEmpty(step.Name);
        steps[3].Observations["data-age"].ShouldStartWith("0.0 days");
        console.Text.ShouldNotContain("nothing needs the allowance of 5.");
    }

    [Fact]
    public Task A_source_without_a_vulnerability_database_is_unknown_although_NuGet_names_no_package()
    {
        index = NuGetAnswers.IndexWithoutData;
        return UnknownAsync("ScanDependencies", "has no vulnerability database");
    }

    [Fact]
    public async Task A_vulnerable_package_fails_also_without_knowing_the_rest_and_the_other_scans_are_made()
    {
        index = NuGetAnswers.IndexWithoutData;
        runner.On("dotnet list", NuGetAnswers.Vulnerable);

        await FailsAsync("ScanDependencies", "Newtonsoft.Json 12.0.1");
    }

    [Fact]
    public Task A_project_that_was_not_looked_at_is_unknown()
    {
        runner.On("dotnet list", NuGetAnswers.Unrestored);
        return UnknownAsync("ScanDependencies", "No assets file was found");
    }

    [Fact]
    public async Task A_secret_in_a_tracked_file_fails_and_is_told_nowhere()
    {
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "Dockerfile"), $"\n# {Sentinels.Aws}\n");

        await FailsAsync("ScanSecrets", "Dockerfile: line");
        foreach (var file in Directory.EnumerateFiles(Runs, "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(file)).ShouldNotContain(Sentinels.Aws);
        console.Text.ShouldNotContain(Sentinels.Aws);
    }

    [Fact]
    public Task A_secret_in_a_layer_fails()
    {
        image = new PlantedImage().Layer(("app/.env", Sentinels.All["assigned-secret"])).Layer(("app/.wh..env", ""));
        return FailsAsync("ScanSecrets", "layer 1: app/.env");
    }

    [Fact]
    public Task A_broken_rule_in_a_file_fails()
    {
        var path = Path.Combine(folder.Path, "docker-stack.yml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("    read_only: true", "    read_only: false", StringComparison.Ordinal));
        return FailsAsync("ScanContainers", "has a writable root");
    }

    [Fact]
    public Task An_image_that_runs_as_root_fails()
    {
        runner.On($"{Docker} image inspect", EngineScript.Image(Image, user: "root"));
        return FailsAsync("ScanContainers", "image: runs as root");
    }

    [Fact]
    public Task An_image_whose_containers_nobody_saw_is_unknown()
    {
        runner.On($"{Docker} image inspect", EngineScript.Image("sha256:bb22"));
        return UnknownAsync("ScanContainers", "No intact record of a rehearsal shows how containers of sha256:bb22 run");
    }

    [Fact]
    public async Task A_record_that_was_changed_shows_nothing()
    {
        foreach (var ledger in Directory.EnumerateFiles(Runs, "receipts.jsonl", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(ledger, (await File.ReadAllTextAsync(ledger)).Replace("5.32", "5.33", StringComparison.Ordinal));

        await UnknownAsync("ScanContainers", "No intact record of a rehearsal");
    }

    [Fact]
    public Task A_rule_that_the_rehearsal_did_not_ask_is_unknown()
    {
        time.Advance(TimeSpan.FromMinutes(1));
        Rehearse(Image, except: "5.26");
        return UnknownAsync("ScanContainers", "the first 5.26 of app");
    }

    [Fact]
    public Task Without_a_scanner_known_vulnerabilities_are_unknown()
    {
        machine.Programs.Remove("trivy");
        return UnknownAsync("ScanImage", "there is neither trivy nor grype on PATH");
    }

    [Fact]
    public Task Without_a_database_known_vulnerabilities_are_unknown()
    {
        runner.On($"{Trivy} --version", """{"Version":"0.69.1"}""");
        return UnknownAsync("ScanImage", "trivy 0.69.1 has no database");
    }

    [Fact]
    public Task An_old_database_does_not_know_what_became_known_since()
    {
        runner.On($"{Trivy} --version", $$$"""{"Version":"0.69.1","VulnerabilityDB":{"UpdatedAt":"{{{time.GetUtcNow().AddDays(-8):O}}}"}}""");
        return UnknownAsync("ScanImage", "The database of trivy is 8.0 days");
    }

    [Fact]
    public Task A_vulnerability_of_the_image_fails()
    {
        runner.On($"{Trivy} image", Vulnerable);
        return FailsAsync("ScanImage", "libc6 2.36: is vulnerable");
    }

    [Fact]
    public async Task A_finding_under_a_waiver_stands_is_shown_with_its_reason_and_the_waiver_is_open()
    {
        runner.On($"{Trivy} image", Vulnerable);
        Waive("CVE-2024-1", "2026-12-31");

        var result = await ScanAsync();

        result.ExitCode.ShouldBe(0, console.Text);
        var steps = RunVerifier.Read(result.Run).Steps.ToList();
        steps[3].Observations["findings-waived"].ShouldBe("1");
        steps[3].Observations["waived 01"].ShouldBe("libc6 2.36: is vulnerable, without a fix (CVE-2024-1, High). It is not reachable. By jane.doe, until 2026-12-31");
        steps[4].Observations["waiver 01"].ShouldBe("CVE-2024-1 at *: It is not reachable. By jane.doe, until 2026-12-31; covers 1 finding");
        console.Text.ShouldContain("Waived: libc6 2.36: is vulnerable");
    }

    [Fact]
    public async Task A_waiver_that_is_over_covers_nothing_and_is_named()
    {
        runner.On($"{Trivy} image", Vulnerable);
        Waive("CVE-2024-1", "2026-01-31");

        await FailsAsync("ScanImage", "libc6 2.36: is vulnerable");
        console.Text.ShouldContain("the waiver of CVE-2024-1 at * by jane.doe ended on 2026-01-31, and does not count.");
    }

    [Fact]
    public async Task A_waiver_of_something_that_nobody_found_is_named()
    {
        Waive("CVE-2024-2", "2026-12-31");

        var result = await ScanAsync();

        RunVerifier.Read(result.Run).Step("Waivers")!.Observations["waiver 01"].ShouldEndWith("covers nothing that was found");
        console.Text.ShouldContain("no scan found CVE-2024-2 at *. Remove the waiver");
    }

    [Fact]
    public async Task A_waiver_without_a_reason_covers_nothing_and_what_is_waived_is_unknown()
    {
        Waive("CVE-2024-1", "2026-12-31", reason: "");
        await UnknownAsync("Waivers", "Entry 1 of .nuke/waivers.json does not count: it does not say \"reason\"");

        runner.On($"{Trivy} image", Vulnerable);
        await FailsAsync("ScanImage", "libc6 2.36: is vulnerable");
    }

    [Fact]
    public async Task A_scan_names_the_image_that_it_is_of()
    {
        var result = await ScanAsync();

        RunVerifier.Read(result.Run).Start!.Inputs[FactNames.ImageId].ShouldBe(Image);
    }

    [Fact]
    public async Task One_scan_alone_is_one_step()
    {
        var result = await ScanAsync(ScanKind.Container);

        result.ExitCode.ShouldBe(0, console.Text);
        RunVerifier.Read(result.Run).Steps.ShouldHaveSingleItem().Name.ShouldBe("ScanContainers");
    }

    private void Waive(string finding, string until, string reason = "It is not reachable.") =>
        File.WriteAllText(Path.Combine(folder.Path, ".nuke/waivers.json"), $$"""{"waivers":[{"finding":"{{finding}}","reason":"{{reason}}","by":"jane.doe","until":"{{until}}"}]}""");

    private async Task FailsAsync(string step, string reason)
    {
        var result = await ScanAsync();

        result.ExitCode.ShouldBe(1, console.Text);
        var steps = RunVerifier.Read(result.Run).Steps.ToList();
        steps.Where(one => one.Outcome == Outcome.Failed).ShouldHaveSingleItem().Name.ShouldBe(step);
        steps.ShouldAllBe(one => one.Outcome != Outcome.NotRun);
        result.Failed!.Reason!.ShouldContain(reason);
    }

    private async Task UnknownAsync(string step, string reason)
    {
        var result = await ScanAsync();

        result.ExitCode.ShouldBe(3, console.Text);
        var unknown = RunVerifier.Read(result.Run).Steps.Where(one => one.Outcome != Outcome.Passed).ShouldHaveSingleItem();
        (unknown.Name, unknown.Outcome).ShouldBe((step, Outcome.Unknown));
        unknown.Reason!.ShouldContain(reason);
    }

    private async Task<ProcedureResult> ScanAsync(ScanKind? only = null)
    {
        using var client = new AnsweringHandler(request => (HttpStatusCode.OK, request.RequestUri!.AbsoluteUri == NuGetAnswers.Source ? index : NuGetAnswers.Pages(time.GetUtcNow()))).Client();
        using var session = new ProcedureSession(new ProcedureOptions("Scan", folder.Path, Runs), console, runner, new SecretMask(), time);
        return await new Scan(new ScanOptions(folder.Path, Runs, "quality-governance:rehearsed") { Only = only }, machine, client, time).RunAsync(session);
    }

    private void Rehearse(string imageId, string? except = null)
    {
        var run = Run.Create(Runs, time);
        using var ledger = new Ledger(run, text => text);
        var now = time.GetUtcNow();
        var rules = $"app: {string.Join(' ', HardeningRules.All.Select(rule => rule.Id).Where(id => id != except))}";
        ledger.Append(new Receipt { Kind = ReceiptKind.RunStarted, Name = "Rehearsal", Started = now, Ended = now });
        ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = "BuildImage", Outcome = Outcome.Passed, Started = now, Ended = now, Inputs = new() { ["image-id"] = imageId } });
        ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = "VerifyHealth", Outcome = Outcome.Passed, Started = now, Ended = now, Observations = new() { [RunningHardening.Observation] = rules } });
        ledger.Seal(now, now);
    }
}
