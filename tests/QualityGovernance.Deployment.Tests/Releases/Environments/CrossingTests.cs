using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Tests.Releases.Environments;

public sealed class CrossingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly EnvironmentDescription production = Example.Description(EnvironmentDescription.Production, 8092);
    private readonly Dictionary<string, string> variables = Example.Variables(EnvironmentDescription.Production);

    public CrossingTests() => Fingerprints.Of(Fingerprints.Parts(Example.Description(), Example.Secrets())).WriteInto(State(EnvironmentDescription.Staging));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Two_environments_that_share_nothing_are_two() => Should.NotThrow(() => Refuse(production));

    [Fact]
    public void The_value_of_a_secret_of_another_environment_is_refused_by_name()
    {
        variables["PRODUCTION_SECRET_KEY"] = Example.Variables()["STAGING_JWT_SECRET_KEY"];

        var told = Should.Throw<DeploymentException>(() => Refuse(production)).Message;

        told.ShouldContain("its secret value SECRET_KEY is the secret value JWT_SECRET_KEY of staging");
        told.ShouldNotContain(variables["PRODUCTION_SECRET_KEY"]);
    }

    [Fact]
    public void The_database_of_another_environment_is_refused_also_for_another_user()
    {
        variables["PRODUCTION_DATABASE_URL"] = "postgresql://other:w9-other-pass@DB.example.org/qgp_staging";

        Should.Throw<DeploymentException>(() => Refuse(production)).Message.ShouldContain("its database is the database of staging");
    }

    [Fact]
    public void The_published_address_of_another_environment_is_refused_though_its_file_is_gone() =>
        Should.Throw<DeploymentException>(() => Refuse(production with { Host = "staging.example.org", Port = 8091 }))
            .Message.ShouldContain("its published address is the published address of staging");

    [Fact]
    public void The_port_of_another_description_is_refused() =>
        Should.Throw<DeploymentException>(() => Refuse(production with { Host = "staging.example.org", Port = 8091 }, Example.Description()))
            .Message.ShouldContain("its published address staging.example.org:8091 is the published address of staging");

    [Fact]
    public void The_stack_and_the_variables_of_another_description_are_refused()
    {
        var staging = Example.Description() with { Stack = production.Stack, SecretSources = production.SecretSources };

        var told = Should.Throw<DeploymentException>(() => Refuse(production, staging)).Message;

        told.ShouldContain("its stack qgp-production is the stack of staging");
        told.ShouldContain("its SECRET_KEY comes from PRODUCTION_SECRET_KEY, as a secret of staging does");
    }

    [Fact]
    public void The_folder_of_backups_of_another_description_is_refused()
    {
        var backups = new EnvironmentBackups("/var/backups/qgp", 6, 14, 30, Node: null, Recipient: null);

        Should.Throw<DeploymentException>(() => Refuse(production with { Backups = backups }, Example.Description() with { Backups = backups with { Folder = "/var/backups/qgp/" } }))
            .Message.ShouldContain("its folder of backups /var/backups/qgp is the folder of backups of staging");
    }

    [Fact]
    public void What_is_kept_holds_no_value()
    {
        var text = File.ReadAllText(State(EnvironmentDescription.Staging).At(Fingerprints.File));

        foreach (var value in Example.Variables().Values.Append("w9-staging-pass"))
            text.ShouldNotContain(value);
    }

    [Fact]
    public void Fingerprints_that_cannot_be_read_are_not_taken_for_none()
    {
        State(EnvironmentDescription.Staging).Write(Fingerprints.File, "{}");

        Should.Throw<DeploymentException>(() => Refuse(production)).Message.ShouldContain("nobody can say whether staging shares anything");
    }

    private EnvironmentState State(string name) => new(folder.Path, name);

    private void Refuse(EnvironmentDescription environment, params EnvironmentDescription[] others) =>
        Crossing.Refuse(environment, EnvironmentSecrets.Read(environment, Example.Machine(variables), new SecretMask()), State(environment.Name), others);
}
