using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

/// <summary>For everything that a step looks at: broken, and the step seen to fail for that reason.</summary>
public sealed class RehearsalStepTests : IDisposable
{
    private readonly RehearsalFixture rehearsal = new(time: new ManualTime(pausesPass: true));

    public void Dispose() => rehearsal.Dispose();

    [Fact]
    public async Task All_problems_are_told_in_one_report()
    {
        rehearsal.Stack.Problems.AddRange(["There is no engine.", "Port 8000 is taken."]);

        (await FailureAsync("CheckPrerequisites")).ShouldBe("2 things stand in the way.");

        rehearsal.Console.Text.ShouldContain("    | There is no engine.\n    | Port 8000 is taken.");
        rehearsal.Console.Text.ShouldContain("  Next: ./build.sh Rehearsal --provision");
        rehearsal.Stack.Calls.ShouldBe(["FindProblems", "TearDown", "Dispose"]);
    }

    [Fact]
    public async Task An_image_above_its_budget_is_told_with_its_largest_layers()
    {
        using var strict = new RehearsalFixture(imageBudget: 149);

        var failure = await strict.FailureAsync();

        failure.Name.ShouldBe("BuildImage");
        failure.Reason.ShouldBe("The image has 150.0 MB, and its budget is 149 MB.");
        failure.Observations[FactNames.ImageBytes].ShouldBe("150000000");
        strict.Console.Text.ShouldContain("    |    120.0 MB");
    }

    [Fact]
    public async Task An_image_within_its_budget_is_not_refused()
    {
        using var exact = new RehearsalFixture(imageBudget: 150);

        (await exact.Session.RunAllAsync()).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("Settings", "printed something that is not JSON")]
    [InlineData("{}", "printed something else than an array")]
    [InlineData("[{}]", "without its name")]
    public async Task A_product_that_does_not_describe_its_settings_is_refused(string description, string reason)
    {
        rehearsal.Stack.Results["describe-config --json"] = FakeStack.Result(description);

        (await FailureAsync("StartApplication")).ShouldContain(reason);
    }

    [Fact]
    public async Task A_migration_that_ends_with_an_error_is_quoted()
    {
        rehearsal.Stack.Results["up"] = FakeStack.Result("", 1, "20261123 failed:\nrelation \"policies\" already exists");

        (await FailureAsync("ApplyMigrations")).ShouldBe("The migrations program ended \"up\" with exit code 1: relation \"policies\" already exists");
    }

    [Theory]
    [InlineData("""{"provider":"postgresql","applied":"20251111000000_Old","pending":[],"unknown":[]}""", "the database is at 20251111000000_Old")]
    [InlineData("""{"provider":"postgresql","applied":null,"pending":[],"unknown":[]}""", "the database is at no revision")]
    [InlineData("""{"provider":"postgresql","applied":"20261123000000_Initial","pending":["x"],"unknown":[]}""", "the built product's head is")]
    [InlineData("""{"provider":"postgresql","applied":"20261123000000_Initial","pending":[],"unknown":["x"]}""", "the built product's head is")]
    [InlineData("""{"provider":"postgresql","applied":"20261123000000_Initial"}""", "the built product's head is")]
    [InlineData("""{"provider":"postgresql","applied":"20261123000000_Initial","pending":["x"],"unknown":[],"halfway":{"words":"x is half applied: 2 of 3 steps were applied"}}""", "the database says: x is half applied: 2 of 3 steps were applied")]
    [InlineData("Done.", "printed something that is not JSON")]
    [InlineData("[]", "not a JSON object")]
    public async Task Exit_code_0_is_not_believed_without_the_revision(string status, string reason)
    {
        rehearsal.Stack.Results["status --json"] = FakeStack.Result(status);

        (await FailureAsync("ApplyMigrations")).ShouldContain(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\ntwo")]
    public async Task A_product_that_does_not_name_its_head_is_refused(string head)
    {
        rehearsal.Stack.Results["status --head"] = FakeStack.Result(head);

        (await FailureAsync("ApplyMigrations")).ShouldStartWith("The built product does not name its head");
    }

    [Fact]
    public async Task A_refused_configuration_is_told_before_anything_is_started()
    {
        rehearsal.Stack.Results["check-config"] = FakeStack.Result("", 78, "SECRET_KEY is a placeholder");

        (await FailureAsync("StartApplication")).ShouldBe("The configuration is refused by the service itself (exit code 78): SECRET_KEY is a placeholder");

        rehearsal.Stack.Calls.ShouldNotContain("StartApplication");
    }

    [Fact]
    public async Task An_administrator_that_cannot_be_made_is_told()
    {
        rehearsal.Stack.Results["create-admin"] = FakeStack.Result("", 1, "no such table");

        (await FailureAsync("StartApplication")).ShouldBe("The first administrator could not be made (exit code 1): no such table");
    }

    [Fact]
    public async Task An_application_that_exits_at_once_is_not_waited_for()
    {
        rehearsal.Service.Answer("/readyz", 503, "{}");
        rehearsal.Stack.Hopeless = "The application exited with code 139";

        (await FailureAsync("StartApplication")).ShouldContain("cannot become so any more: The application exited with code 139");
    }

    [Theory]
    [InlineData(503, """{"status":"not_ready"}""")]
    [InlineData(500, """{"status":"ready","database":"connected"}""")]
    [InlineData(200, """{"status":"ready","database":"unknown"}""")]
    public async Task An_application_that_never_becomes_ready_is_given_up(int status, string body)
    {
        rehearsal.Service.Answer("/readyz", status, body);

        (await FailureAsync("StartApplication")).ShouldContain($"was not so within 75 s. Last seen: GET /readyz: {status} {body}");
    }

    [Theory]
    [InlineData("/healthz", 500, """{"status":"ok"}""")]
    [InlineData("/healthz", 200, """{"status":"fine"}""")]
    [InlineData("/readyz", 503, """{"status":"not_ready"}""")]
    [InlineData("/readyz", 200, """{"status":"ready","database":"connected","schema":"another"}""")]
    public async Task Health_needs_status_and_content(string path, int status, string body)
    {
        await PrefixAsync(RehearsalStep.StartApplication);
        rehearsal.Service.Answer(path, status, body);

        var error = await Should.ThrowAsync<RehearsalStoppedException>(() => rehearsal.Session.RunStepAsync(RehearsalStep.VerifyHealth));

        error.Message.ShouldStartWith($"VerifyHealth: {path} being healthy was not so within 20 s. Last seen: GET {path}: {status} ");
    }

    [Fact]
    public async Task Another_build_on_the_address_is_found_out()
    {
        rehearsal.Service.BuildId = "build-0";

        (await FailureAsync("VerifyHealth")).ShouldBe($"What answers on {rehearsal.Service.Address} is not what was built: its build_id is \"build-0\", built was \"build-1\".");
    }

    [Fact]
    public async Task A_probe_path_that_is_not_served_is_named_with_its_file()
    {
        rehearsal.Stack.Paths.Add(new ProbePath("/health/live", "docker-compose.sandbox.yml"));

        (await FailureAsync("VerifyHealth")).ShouldBe("docker-compose.sandbox.yml asks for /health/live, and the service answers 404.");
    }

    [Fact]
    public async Task A_path_that_the_own_probe_asks_for_has_to_be_served()
    {
        rehearsal.Stack.Results["healthcheck"] = FakeStack.Result("http://127.0.0.1:8000/livez answered 200.");

        (await FailureAsync("VerifyHealth")).ShouldBe("The product's own health probe asks for /livez, and the service answers 404.");
    }

    [Fact]
    public async Task An_own_probe_that_fails_is_quoted()
    {
        rehearsal.Stack.Results["healthcheck"] = FakeStack.Result("", 1, "http://127.0.0.1:8000/healthz did not answer within 3 s.");

        (await FailureAsync("VerifyHealth")).ShouldBe("The product's own health probe ended with exit code 1: http://127.0.0.1:8000/healthz did not answer within 3 s.");
    }

    [Theory]
    [InlineData("/api/v1/auth/login", 401, "POST /api/v1/auth/login answered 401")]
    [InlineData("/api/v1/audits/templates", 500, "POST /api/v1/audits/templates answered 500")]
    [InlineData("/api/v1/audits/templates/7", 200, "GET /api/v1/audits/templates/7 answered 200")]
    [InlineData("/api/v1/policies", 500, "POST /api/v1/policies answered 500")]
    [InlineData("/api/v1/policies/7", 404, "GET /api/v1/policies/7 answered 404")]
    [InlineData("/api/v1/incidents", 200, "POST /api/v1/incidents answered 200")]
    [InlineData("/api/v1/standards/7", 200, "GET /api/v1/standards/7 answered 200")]
    [InlineData("/api/v1/risks", 500, "POST /api/v1/risks answered 500")]
    [InlineData("/api/v1/audit-trail", 403, "GET /api/v1/audit-trail?entity_type=policy&entity_id=7 answered 403")]
    public async Task A_wrong_answer_of_the_application_is_quoted(string path, int status, string reason)
    {
        rehearsal.Service.Answer(path, status, """{"id":7,"access_token":"t-1234"}""");

        (await FailureAsync("VerifyDatabase")).ShouldStartWith(reason);
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[{"action":"update","actor_id":1,"request_id":"r"}]}""")]
    [InlineData("""{"items":[{"action":"create","actor_id":null,"request_id":"r"}]}""")]
    [InlineData("""{"items":[{"action":"create","actor_id":1,"request_id":""}]}""")]
    public async Task A_creation_without_its_audit_entry_is_found(string audit)
    {
        rehearsal.Service.Answer("/api/v1/audit-trail", 200, audit);

        (await FailureAsync("VerifyDatabase")).ShouldContain("expected the entry of the creation with its actor and request id");
    }

    [Fact]
    public async Task A_record_that_comes_back_differently_is_found()
    {
        rehearsal.Service.Answer("/api/v1/policies/7", 200, """{"id":7,"title":"something else"}""");

        (await FailureAsync("VerifyDatabase")).ShouldContain("expected \"title\" as it was written");
    }

    [Fact]
    public async Task A_record_that_does_not_survive_the_restart_is_found()
    {
        rehearsal.Stack.On = (call, _) =>
        {
            if (call == "RestartApplication")
                rehearsal.Service.Forget();
        };

        (await FailureAsync("VerifyDatabase")).ShouldStartWith("GET /api/v1/policies/7 answered 404");
    }

    [Fact]
    public async Task A_record_that_changes_with_the_restart_is_found()
    {
        rehearsal.Stack.On = (call, _) =>
        {
            if (call == "RestartApplication")
                rehearsal.Service.Change("/api/v1/incidents/7", incident => incident["severity"] = "low");
        };

        (await FailureAsync("VerifyDatabase")).ShouldStartWith("GET /api/v1/incidents/7 after the restart answered 200");
    }

    [Fact]
    public async Task Tokens_are_in_no_log()
    {
        var result = await rehearsal.Session.RunAllAsync();

        foreach (var file in Directory.EnumerateFiles(result.Run.Folder, "*", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain("token-of-the-fake");
    }

    private async Task PrefixAsync(RehearsalStep last)
    {
        foreach (var step in Enum.GetValues<RehearsalStep>().Where(step => step <= last))
            await rehearsal.Session.RunStepAsync(step);
    }

    private async Task<string> FailureAsync(string step)
    {
        var failure = await rehearsal.FailureAsync();
        failure.Name.ShouldBe(step);
        return failure.Reason!;
    }
}
