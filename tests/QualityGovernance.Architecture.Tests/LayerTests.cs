using Reference = QualityGovernance.Architecture.Tests.References.Reference;

namespace QualityGovernance.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly string Here = AppContext.BaseDirectory;
    private static readonly string Web = Path.Combine(Here, "QualityGovernance.Web.dll");
    private static readonly string Platform = Path.Combine(Here, "QualityGovernance.Platform.dll");
    private static readonly string Deployment = Path.Combine(Here, "QualityGovernance.Deployment.dll");

    [Fact]
    public void A_feature_sees_no_other_feature() =>
        LayerRules.FeatureSeesAnotherFeature(References.Of(Web)).ShouldBeEmpty();

    [Fact]
    public void An_entity_knows_neither_the_database_nor_http() =>
        LayerRules.EntitySeesAFramework(References.Of(Web).Concat(References.Of(Platform)), Entities.Of(Web)).ShouldBeEmpty();

    [Fact]
    public void The_model_has_entities_for_the_rule_to_judge() => Entities.Of(Web).Count.ShouldBeGreaterThan(3);

    [Fact]
    public void The_platform_knows_no_feature() =>
        References.AssembliesOf(Platform).ShouldNotContain("QualityGovernance.Web");

    [Fact]
    public void Azure_is_known_in_one_room_of_the_platform()
    {
        var references = References.Of(Platform).Concat(References.Of(Web)).ToList();

        references.ShouldContain(reference => reference.To.StartsWith("Azure.", StringComparison.Ordinal));
        LayerRules.AzureIsSeenFromElsewhere(references).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_use_of_azure_elsewhere_is_found() =>
        LayerRules.AzureIsSeenFromElsewhere([new("QualityGovernance.Platform.Configuration.SettingsReader", "Azure.Security.KeyVault.Secrets.SecretClient")])
            .ShouldHaveSingleItem();

    [Fact]
    public void Deployment_knows_only_the_base_class_library_and_a_reader_of_yaml() =>
        References.AssembliesOf(Deployment).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.Win32.Primitives" || name == "YamlDotNet");

    [Fact]
    public void Arrows_in_deployment_point_downwards() =>
        LayerRules.RoomSeesAHigherFloor(References.Of(Deployment)).ShouldBeEmpty();

    [Fact]
    public void Deployment_has_no_circles() => LayerRules.Circles(References.Of(Deployment)).ShouldBeEmpty();

    [Fact]
    public void A_planted_reference_between_features_is_found() =>
        LayerRules.FeatureSeesAnotherFeature([new("QualityGovernance.Web.Features.Policies.Handler", "QualityGovernance.Web.Features.Incidents.Incident")])
            .ShouldHaveSingleItem();

    [Fact]
    public void A_planted_entity_that_knows_the_database_is_found()
    {
        var planted = typeof(Planted.PlantedEntity).FullName!;

        var found = LayerRules.EntitySeesAFramework(References.Of(typeof(LayerTests).Assembly.Location), new HashSet<string> { planted });

        found.ShouldContain(reference => reference.To.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_arrow_upwards_is_found() =>
        LayerRules.RoomSeesAHigherFloor([new("QualityGovernance.Deployment.Engine.X", "QualityGovernance.Deployment.Rehearsal.Y")]).ShouldHaveSingleItem();

    [Fact]
    public void A_planted_circle_is_found() =>
        LayerRules.Circles(
        [
            new Reference("QualityGovernance.Deployment.Runs.A", "QualityGovernance.Deployment.Engine.B"),
            new Reference("QualityGovernance.Deployment.Engine.B", "QualityGovernance.Deployment.Probing.C"),
            new Reference("QualityGovernance.Deployment.Probing.C", "QualityGovernance.Deployment.Runs.A"),
        ]).ShouldContain("Runs -> Engine -> Probing -> Runs");
}
