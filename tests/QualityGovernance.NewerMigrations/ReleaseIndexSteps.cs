using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations;

/// <summary>A migration of each kind of step. The last one fails where two counters have the same value.</summary>
public abstract class ReleaseIndexSteps : StepwiseMigration
{
    public override string? Parent => "29991231000000_AddReleaseNotes";

    public override string CompatibleFrom => SchemaHead.Of(ProductModel.Assembly).Revision;

    public override string NotOneTransaction => "The index is built while requests go on writing, which no transaction can do.";

    protected abstract string Fill { get; }

    protected override void Describe(SchemaSteps steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        steps.InOneTransaction(
            "the column release_line of release_notes",
            forward => forward.AddColumn<string>("release_line", "release_notes", nullable: true),
            back => DropLine(back))
            .Repeatable("the lines of release_notes", Fill, "UPDATE release_notes SET release_line = NULL;")
            .IndexConcurrently("ix_reference_counters_last_value", "reference_counters", ["last_value"], unique: true);
    }

    private void DropLine(MigrationBuilder back)
    {
        // EF Core rebuilds a table to drop a column on SQLite, and needs a model for that which this migration does not have.
        if (back.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true) back.DropColumn("release_line", "release_notes");
        else back.Sql("ALTER TABLE release_notes DROP COLUMN release_line;");
    }
}
