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
        LayerRules.EntitySeesAFramework(References.Of(Web).Concat(References.Of(Platform)), Entities.Of(Web).Concat(Entities.Of(Platform)).ToHashSet()).ShouldBeEmpty();

    /// <summary>Some are entities by contract, and some are only stored; some are the platform's.</summary>
    [Fact]
    public void The_model_has_entities_for_the_rule_to_judge()
    {
        Entities.Of(Web).ShouldContain("QualityGovernance.Web.Features.Incidents.Incident");
        Entities.Of(Web).ShouldContain("QualityGovernance.Web.Features.Policies.PolicyVersion");
        Entities.Of(Platform).ShouldContain("QualityGovernance.Platform.Auditing.AuditEntry");
    }

    [Theory]
    [InlineData("QualityGovernance.Platform")]
    [InlineData("QualityGovernance.Migrations")]
    [InlineData("QualityGovernance.Deployment")]
    [InlineData("_build")]
    public void A_part_knows_only_the_assemblies_it_may(string part) =>
        LayerRules.AssembliesThatItMustNotKnow(part, References.AssembliesOf(Products.PathOf(part))).ShouldBeEmpty();

    [Theory]
    [InlineData("QualityGovernance.Platform", "QualityGovernance.Web")]
    [InlineData("QualityGovernance.Migrations", "QualityGovernance.Deployment")]
    [InlineData("QualityGovernance.Deployment", "Nuke.Common")]
    [InlineData("QualityGovernance.Deployment", "QualityGovernance.Platform")]
    [InlineData("_build", "QualityGovernance.Web")]
    public void A_planted_assembly_is_found(string part, string assembly) =>
        LayerRules.AssembliesThatItMustNotKnow(part, [assembly, "System.Runtime"]).ShouldHaveSingleItem();

    [Fact]
    public void The_table_of_contents_sees_nothing_within_a_feature()
    {
        var references = References.Of(Web);

        references.ShouldContain(reference => reference.From == "Program" && reference.To.StartsWith("QualityGovernance.Web.Features.", StringComparison.Ordinal));
        LayerRules.ProgramSeesWithinAFeature(references).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_look_into_a_feature_is_found() =>
        LayerRules.ProgramSeesWithinAFeature([new("Program", "QualityGovernance.Web.Features.Incidents.Incident")]).ShouldHaveSingleItem();

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
    public void A_planted_record_that_is_only_stored_and_only_attributed_is_found()
    {
        var here = typeof(LayerTests).Assembly.Location;

        LayerRules.EntitySeesAFramework(References.Of(here), Entities.Of(here))
            .ShouldContain(new Reference(typeof(Planted.PlantedRecord).FullName!, "Microsoft.EntityFrameworkCore.PrecisionAttribute"));
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
