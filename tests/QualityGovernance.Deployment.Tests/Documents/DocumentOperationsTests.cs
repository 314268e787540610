using QualityGovernance.Deployment.Documents;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Documents;

/// <summary>A small checkout, whose service answers from a script.</summary>
public sealed class DocumentOperationsTests : IDisposable
{
    private const string Page = "<!-- settings: written by describe-config --markdown -->\n| old |\n<!-- end of settings -->\n";

    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();
    private readonly ScriptedRunner runner = new ScriptedRunner()
        .On("dotnet", """[{"name":"APP_ENV","default":"development","rule":"One of four.","holds_secret":false}]""");

    public DocumentOperationsTests()
    {
        runner.On($"dotnet {Program} describe-config --markdown", "| new |");
        Put("Web.dll", "");
        Put("src/Product.cs", "Say(\"The lease is taken.\");");
        Put("build/Build.cs", "");
        Put(".nuke/build.schema.json", SampleBuild.Schema);
        Put("docs/configuration.md", Page);
        Put("docker-compose.sandbox.yml", "services:\n  app:\n    environment:\n      APP_ENV: ${APP_ENV:?not set}\n");
        Put("docs/fragments/env.sandbox.example", "{{settings APP_ENV=development}}\n");
        Put("docs/fragments/runbook/10-all.md", "{{command Scan}}\n{{symptom The lease is taken.}}\n");
    }

    public void Dispose() => folder.Dispose();

    private string Program => Path.Combine(folder.Path, "Web.dll");

    [Fact]
    public async Task What_was_generated_has_not_drifted_and_the_inventory_is_not_known()
    {
        (await Operations().GenerateAsync()).ShouldBe(3);

        (await Operations().CheckAsync()).ShouldBe(3);

        console.Text.ShouldContain("3 generated documents are what they follow from: docs/configuration.md, .env.sandbox.example, docs/DEPLOYMENT_RUNBOOK.md.");
        console.Text.ShouldContain("Unknown whether docs/RUNTIME_INVENTORY.md has drifted");
        Read("docs/configuration.md").ShouldContain("| new |\n<!-- end");
        Read("docs/DEPLOYMENT_RUNBOOK.md").ShouldBe("    ./build.sh Scan\n**The lease is taken.**\n");
    }

    [Theory]
    [InlineData("docs/DEPLOYMENT_RUNBOOK.md")]
    [InlineData(".env.sandbox.example")]
    [InlineData("docs/configuration.md")]
    public async Task A_document_that_was_changed_by_hand_is_named_with_the_command(string document)
    {
        await Operations().GenerateAsync();
        Put(document, Read(document).Replace("e", "E", StringComparison.Ordinal).Replace("<!-- sEttings: writtEn by dEscribE-config --markdown -->", "<!-- settings: written by describe-config --markdown -->", StringComparison.Ordinal).Replace("<!-- End of sEttings -->", "<!-- end of settings -->", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<DeploymentException>(() => Operations().CheckAsync());

        error.Message.ShouldContain($"{document}, line ");
        error.NextCommand.ShouldBe("./build.sh GenerateDocuments");
    }

    [Fact]
    public async Task A_target_that_is_gone_from_the_build_breaks_the_check()
    {
        await Operations().GenerateAsync();
        Put(".nuke/build.schema.json", SampleBuild.Schema.Replace("\"Scan\"", "\"Look\"", StringComparison.Ordinal));

        (await Should.ThrowAsync<DeploymentException>(() => Operations().CheckAsync())).Message.ShouldContain("10-all.md, line 1: './build.sh Scan' runs Scan, which is no target of the build.");
    }

    [Fact]
    public async Task A_message_that_is_gone_from_the_sources_breaks_the_check()
    {
        await Operations().GenerateAsync();
        Put("src/Product.cs", "Say(\"The lease is free.\");");

        (await Should.ThrowAsync<DeploymentException>(() => Operations().CheckAsync())).Message.ShouldContain("10-all.md, line 2 quotes \"The lease is taken.\"");
    }

    [Fact]
    public async Task Without_an_engine_and_without_saying_so_nothing_is_written()
    {
        await Should.ThrowAsync<EngineUnavailableException>(() => Operations(withoutEngine: false).GenerateAsync());

        File.Exists(Path.Combine(folder.Path, "docs", "DEPLOYMENT_RUNBOOK.md")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_compiled_service_nobody_asks_it()
    {
        File.Delete(Program);

        (await Should.ThrowAsync<DeploymentException>(() => Operations().CheckAsync())).Message.ShouldContain("which the settings are asked of");
    }

    [Fact]
    public async Task A_service_that_describes_nothing_is_refused()
    {
        runner.On($"dotnet {Program} describe-config --json", "[]");

        (await Should.ThrowAsync<DeploymentException>(() => Operations().CheckAsync())).Message.ShouldContain("lists no settings");
    }

    private DocumentOperations Operations(bool withoutEngine = true)
    {
        var options = new DocumentOptions(folder.Path, Program) { WithoutEngine = withoutEngine };
        return new(options, new DocumentRenderer(options, [new("Scan", "Looks", [])], runner), new DockerClients(runner, new FakeMachine()), TimeProvider.System, console);
    }

    private void Put(string path, string text)
    {
        var file = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(folder.Path, path));
}
