using QualityGovernance.Migrations.History;
using QualityGovernance.Migrations.PostgreSql;

namespace QualityGovernance.Migrations.Tests.History;

public sealed class MigrationHistoryTests
{
    private static readonly MigrationFact[] Sound =
    [
        Fact("PostgreSql", "1_A", null), Fact("PostgreSql", "2_B", "1_A", "1_A"), Fact("PostgreSql", "3_C", "2_B", "1_A"),
        Fact("Sqlite", "1_A", null), Fact("Sqlite", "2_B", "1_A", "1_A"), Fact("Sqlite", "3_C", "2_B", "1_A"),
    ];

    [Fact]
    public void The_history_of_this_product_is_sound() =>
        MigrationHistory.Problems(MigrationFacts.Of(typeof(MigrationFacts).Assembly)).ShouldBeEmpty();

    [Fact]
    public void A_sound_history_has_no_problems() => MigrationHistory.Problems(Sound).ShouldBeEmpty();

    [Fact]
    public void An_id_that_is_there_twice_is_found() =>
        Problems(facts => facts.Add(Fact("Sqlite", "3_C", "2_B", "1_A"))).ShouldContain(problem => problem.Contains("2 migrations have the id 3_C"));

    [Fact]
    public void Two_heads_are_found() =>
        Problems(facts => facts.AddRange([Fact("Sqlite", "4_D", "2_B", "1_A"), Fact("PostgreSql", "4_D", "2_B", "1_A")]))
            .ShouldContain(problem => problem.Contains("one last migration, but there are 2 (3_C, 4_D)"));

    [Fact]
    public void A_missing_parent_is_found() =>
        Problems(facts => facts.RemoveAll(fact => fact.Id == "2_B")).ShouldContain(problem => problem.Contains("follows 2_B, which does not exist"));

    [Fact]
    public void Two_roots_are_found() =>
        Problems(facts => facts[1] = facts[1] with { Parent = null }).ShouldContain(problem => problem.Contains("one first migration, but there are 2"));

    [Fact]
    public void A_circle_is_found() =>
        Problems(facts =>
        {
            facts[0] = facts[0] with { Parent = "3_C" };
            facts[3] = facts[3] with { Parent = "3_C" };
        }).ShouldContain(problem => problem.Contains("one first migration, but there are 0"));

    [Fact]
    public void A_migration_that_would_run_before_its_parent_is_found() =>
        Problems(facts =>
        {
            facts[2] = Fact("PostgreSql", "0_C", "2_B", "0_C");
            facts[5] = Fact("Sqlite", "0_C", "2_B", "0_C");
        }).ShouldContain(problem => problem.Contains("0_C would run before 2_B"));

    [Fact]
    public void A_migration_for_one_provider_only_is_found() =>
        Problems(facts => facts.RemoveAt(5)).ShouldBe(["3_C exists for PostgreSql only."]);

    [Fact]
    public void Migrations_of_one_id_that_differ_between_providers_are_found() =>
        Problems(facts => facts[5] = facts[5] with { CompatibleFrom = "3_C" }).ShouldBe(["3_C says another parent or another oldest release for PostgreSql than for Sqlite."]);

    [Fact]
    public void A_migration_that_takes_away_what_older_releases_read_must_say_so()
    {
        Problems(facts => facts[2] = facts[2] with { TakesAway = ["drops column policies.title"] })
            .ShouldHaveSingleItem().ShouldContain("3_C drops column policies.title, yet declares that releases from 1_A on can serve");
        Problems(facts =>
        {
            facts[2] = facts[2] with { TakesAway = ["drops column policies.title"], CompatibleFrom = "3_C" };
            facts[5] = facts[5] with { CompatibleFrom = "3_C" };
        }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("9_Z")]
    [InlineData("3_C_later")]
    public void An_oldest_release_that_can_not_be_is_found(string compatibleFrom) =>
        Problems(facts => facts[2] = facts[2] with { CompatibleFrom = compatibleFrom }).ShouldContain(problem => problem.Contains("must be itself or an earlier migration"));

    [Fact]
    public void A_migration_that_leaves_its_transaction_must_say_so_and_why()
    {
        Problems(facts => facts[2] = facts[2] with { Undeclared = ["CREATE INDEX CONCURRENTLY ix_a"] })
            .ShouldHaveSingleItem().ShouldContain("3_C runs \"CREATE INDEX CONCURRENTLY ix_a\" outside a transaction without saying so");
        Problems(facts => facts[2] = facts[2] with { NotOneTransaction = " " })
            .ShouldHaveSingleItem().ShouldContain("3_C declares that it is not one transaction without a reason");
        Problems(facts => facts[2] = facts[2] with { NotOneTransaction = "The table is large." }).ShouldBeEmpty();
        Problems(facts => facts[0] = facts[0] with { NotOneTransaction = "The table is large." }).ShouldHaveSingleItem().ShouldContain("1_A is the first migration and not one transaction");
    }

    [Fact]
    public void An_index_on_the_audit_trail_is_built_beside_the_requests()
    {
        Problems(facts => facts[2] = facts[2] with { BlockingIndexes = ["ix_a on audit_entries"] }).ShouldHaveSingleItem().ShouldContain("3_C builds ix_a on audit_entries in a transaction");
        // What was built so while the table was new is what the check would find today; on the table that it makes itself it finds nothing.
        MigrationFacts.Blocking(new AddAuditSeals { ActiveProvider = "Npgsql.EntityFrameworkCore.PostgreSQL" }.UpOperations)
            .ShouldBe(["ix_audit_entries_action on audit_entries", "ix_audit_entries_request_id on audit_entries"]);
    }

    private static MigrationFact Fact(string provider, string id, string? parent, string? compatibleFrom = null) => new(provider, id, parent, compatibleFrom ?? id, []);

    private static IReadOnlyList<string> Problems(Action<List<MigrationFact>> spoil)
    {
        var facts = Sound.ToList();
        spoil(facts);
        return MigrationHistory.Problems(facts);
    }
}
