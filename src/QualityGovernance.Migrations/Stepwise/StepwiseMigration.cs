using Microsoft.EntityFrameworkCore.Migrations;

namespace QualityGovernance.Migrations.Stepwise;

/// <summary>
/// A migration that is not one transaction, and says why. The program applies it step by step and keeps a journal in the database, so that after an interruption
/// it is told exactly how far it came, and is finished or taken back from there.
/// </summary>
public abstract class StepwiseMigration : SchemaMigration
{
    /// <summary>Why one transaction does not do: a sentence.</summary>
    public abstract string NotOneTransaction { get; }

    protected abstract void Describe(SchemaSteps steps);

    internal IReadOnlyList<SchemaStep> Steps()
    {
        var steps = new SchemaSteps(ActiveProvider);
        Describe(steps);
        return steps.All;
    }

    protected sealed override void Apply(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Operations.AddRange(Steps().SelectMany(step => step.Forward));
    }

    protected sealed override void Revert(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Operations.AddRange(Steps().Reverse().SelectMany(step => step.Back));
    }

    // SET LOCAL ends with the first transaction of a script.
    private protected override string LimitScope => "SET";
}
