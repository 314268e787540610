using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Infrastructure;

public sealed class CheckInfrastructureTests : IDisposable
{
    private const string Main = "infra/azure/main.bicep";

    private readonly Blueprint blueprint = new();

    public void Dispose() => blueprint.Dispose();

    [Fact]
    public async Task The_blueprint_of_this_checkout_compiles_without_a_complaint()
    {
        var result = await blueprint.CheckAsync();

        result.ExitCode.ShouldBe(0, blueprint.Console.Text);
        var record = RunVerifier.Read(result.Run);
        record.Problems.ShouldBeEmpty();
        record.Step("FindCompiler")!.Observations["compiler"].ShouldContain("Bicep CLI version");
        int.Parse(record.Step("CompileTemplate")!.Observations["resources"]).ShouldBeGreaterThan(30);
        record.Step("CompileParameters")!.Observations["variables"].ShouldContain("QGP_STAGING_SECRET_KEY");
    }

    [Theory]
    [InlineData("infra/azure/main.bicep", "resource {", "BCP")] // not Bicep at all
    [InlineData("infra/azure/main.bicep", "param nobodyNeedsIt string", "no-unused-params")]
    [InlineData("infra/azure/main.bicep", "@secure()\nparam key string = 'hunter2hunter2'\nvar used = key\n", "secure-parameter-default")]
    [InlineData("infra/azure/modules/secrets.bicep", "output leaked string = secretKey", "outputs-should-not-contain-secrets")]
    [InlineData("infra/azure/modules/identity.bicep", "param size int\noutput wrong string = size", "BCP")] // a type that does not fit
    public async Task What_is_wrong_with_the_blueprint_is_found(string file, string added, string code)
    {
        blueprint.Add(file, "\n" + added + "\n");

        var result = await blueprint.CheckAsync();

        result.ExitCode.ShouldBe(1);
        result.Failed!.Name.ShouldBe("CompileTemplate");
        blueprint.Console.Text.ShouldContain(code);
    }

    [Fact]
    public async Task A_file_that_the_blueprint_does_not_take_in_is_linted_all_the_same()
    {
        blueprint.Add("infra/azure/modules/aside.bicep", "param nobodyNeedsIt string\n");

        var result = await blueprint.CheckAsync();

        result.Failed!.Name.ShouldBe("Lint");
        result.Failed.Reason!.ShouldContain("modules/aside.bicep");
    }

    [Fact]
    public async Task A_warning_is_a_complaint_also_where_the_linter_was_told_to_be_mild()
    {
        File.WriteAllText(blueprint.At("infra/azure/bicepconfig.json"), """{ "analyzers": { "core": { "enabled": true } } }""");
        blueprint.Add(Main, "\nparam nobodyNeedsIt string = ''\n");

        (await blueprint.CheckAsync()).ExitCode.ShouldBe(1);
        blueprint.Console.Text.ShouldContain("Warning no-unused-params");
    }

    [Fact]
    public async Task A_setting_that_the_service_does_not_know_does_not_compile()
    {
        blueprint.Replace(".nuke/environments/staging.json", "\"LOG_LEVEL\"", "\"LOG_LEVLE\"");
        blueprint.Generate();

        var result = await blueprint.CheckAsync();

        result.Failed!.Name.ShouldBe("CompileParameters");
        result.Failed.Reason!.ShouldContain("LOG_LEVLE");
    }

    [Fact]
    public async Task Parameters_that_no_longer_follow_from_the_description_are_found_and_the_command_is_named()
    {
        blueprint.Replace(".nuke/environments/staging.json", "8091", "8092");

        var result = await blueprint.CheckAsync();

        result.Failed!.Name.ShouldBe("CompareParameters");
        result.Failed.Reason!.ShouldStartWith("infra/azure/staging.bicepparam: ");
        result.Failed.NextCommand.ShouldBe("./build.sh GenerateInfrastructureParameters");
    }

    [Fact]
    public async Task A_setting_that_the_service_has_gained_is_missing_until_it_is_generated()
    {
        blueprint.Replace("docs/configuration.md", "<!-- end of settings -->", "| `NEW_ONE` | none | Anything. |\n<!-- end of settings -->");
        (await blueprint.CheckAsync()).Failed!.Reason!.ShouldStartWith("infra/azure/settings.bicep: ");

        blueprint.Generate();

        var type = File.ReadAllText(blueprint.At("infra/azure/settings.bicep"));
        type.ShouldContain("NEW_ONE: string?");

        // What an environment may not hold, because it follows from what it is.
        type.ShouldNotContain("APP_ENV");
        type.ShouldNotContain("LISTEN_ADDRESS");
    }

    [Fact]
    public async Task On_a_machine_that_the_compiler_is_not_made_for_the_answer_is_unknown()
    {
        var result = await blueprint.CheckAsync(platform: "osx-arm64");

        result.ExitCode.ShouldBe(3);
        RunVerifier.Read(result.Run).Step("Lint")!.Outcome.ShouldBe(Outcome.Unknown);
        blueprint.Console.Text.ShouldContain("osx-arm64");
    }

    [Fact]
    public async Task Where_the_feed_does_not_serve_the_compiler_the_answer_is_unknown()
    {
        blueprint.Replace("Directory.Packages.props", "<BicepVersion>0.", "<BicepVersion>999.");

        var result = await blueprint.CheckAsync(new FakeRunner(("dotnet restore", FakeStack.Result("error NU1101: there is none", exitCode: 1))), "linux-x64");

        result.ExitCode.ShouldBe(3);
        blueprint.Console.Text.ShouldContain("The package feed does not serve Azure.Bicep.CommandLine.linux-x64 999.");
    }

    [Fact]
    public void Nothing_the_blueprint_says_is_a_secret_of_the_environment()
    {
        var parameters = Checkout.Text("infra/azure/staging.bicepparam");

        foreach (var secret in new[] { "databasePassword", "secretKey", "jwtSecretKey" })
            parameters.ShouldContain($"param {secret} = readEnvironmentVariable('QGP_STAGING_");
    }
}
