using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QualityGovernance.Migrations.Sqlite
{
    public partial class AddStandardsAndRisks : SchemaMigration
    {
        public override string Parent => "20261125193204_AddIdempotencyKeys";

        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.
        public override string CompatibleFrom => "20261123000000_Initial";

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "risks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    subcategory = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    risk_source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    risk_event = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    risk_consequence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    impact = table.Column<int>(type: "INTEGER", nullable: false),
                    risk_score = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<int>(type: "INTEGER", nullable: true),
                    department = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    review_frequency_months = table.Column<int>(type: "INTEGER", nullable: false),
                    next_review_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    treatment_strategy = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    treatment_plan = table.Column<string>(type: "TEXT", nullable: true),
                    treatment_due_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    updated_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risks", x => x.id);
                    table.ForeignKey(
                        name: "fk_risks_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_risks_owner_id",
                        column: x => x.owner_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_risks_updated_by_id",
                        column: x => x.updated_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standards",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    effective_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_assessments",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    risk_id = table.Column<int>(type: "INTEGER", nullable: false),
                    assessment_date = table.Column<DateTime>(type: "TEXT", nullable: false),
                    assessment_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    inherent_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    inherent_impact = table.Column<int>(type: "INTEGER", nullable: false),
                    inherent_score = table.Column<int>(type: "INTEGER", nullable: false),
                    inherent_level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    residual_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_impact = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_score = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    target_likelihood = table.Column<int>(type: "INTEGER", nullable: true),
                    target_impact = table.Column<int>(type: "INTEGER", nullable: true),
                    target_score = table.Column<int>(type: "INTEGER", nullable: true),
                    target_level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    assessment_notes = table.Column<string>(type: "TEXT", nullable: true),
                    control_effectiveness_notes = table.Column<string>(type: "TEXT", nullable: true),
                    assessed_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_assessments_assessed_by_id",
                        column: x => x.assessed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_risk_assessments_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_controls",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    risk_id = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    control_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    implementation_status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    effectiveness = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    owner_id = table.Column<int>(type: "INTEGER", nullable: true),
                    last_tested_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_test_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    test_frequency_months = table.Column<int>(type: "INTEGER", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_controls", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_controls_owner_id",
                        column: x => x.owner_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_risk_controls_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_links",
                columns: table => new
                {
                    risk_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    target_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_links", x => new { x.risk_id, x.kind, x.target_id });
                    table.ForeignKey(
                        name: "fk_risk_links_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clauses",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    standard_id = table.Column<int>(type: "INTEGER", nullable: false),
                    clause_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    parent_clause_id = table.Column<int>(type: "INTEGER", nullable: true),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_clauses_parent_clause_id",
                        column: x => x.parent_clause_id,
                        principalTable: "clauses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clauses_standard_id",
                        column: x => x.standard_id,
                        principalTable: "standards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_control_links",
                columns: table => new
                {
                    risk_control_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    target_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_control_links", x => new { x.risk_control_id, x.kind, x.target_id });
                    table.ForeignKey(
                        name: "fk_risk_control_links_risk_control_id",
                        column: x => x.risk_control_id,
                        principalTable: "risk_controls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "controls",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    clause_id = table.Column<int>(type: "INTEGER", nullable: false),
                    control_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    implementation_guidance = table.Column<string>(type: "TEXT", nullable: true),
                    is_applicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    applicability_justification = table.Column<string>(type: "TEXT", nullable: true),
                    implementation_status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_controls", x => x.id);
                    table.ForeignKey(
                        name: "fk_controls_clause_id",
                        column: x => x.clause_id,
                        principalTable: "clauses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_clauses_parent_clause_id",
                table: "clauses",
                column: "parent_clause_id");

            migrationBuilder.CreateIndex(
                name: "ux_clauses_standard_id_clause_number",
                table: "clauses",
                columns: new[] { "standard_id", "clause_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_controls_clause_id_control_number",
                table: "controls",
                columns: new[] { "clause_id", "control_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_assessments_assessed_by_id",
                table: "risk_assessments",
                column: "assessed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_assessments_risk_id_assessment_date",
                table: "risk_assessments",
                columns: new[] { "risk_id", "assessment_date" });

            migrationBuilder.CreateIndex(
                name: "ix_risk_control_links_kind_target_id",
                table: "risk_control_links",
                columns: new[] { "kind", "target_id" });

            migrationBuilder.CreateIndex(
                name: "ix_risk_controls_owner_id",
                table: "risk_controls",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_controls_risk_id",
                table: "risk_controls",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_links_kind_target_id",
                table: "risk_links",
                columns: new[] { "kind", "target_id" });

            migrationBuilder.CreateIndex(
                name: "ix_risks_created_by_id",
                table: "risks",
                column: "created_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_risks_owner_id",
                table: "risks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_risks_risk_score_id",
                table: "risks",
                columns: new[] { "risk_score", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_risks_updated_by_id",
                table: "risks",
                column: "updated_by_id");

            migrationBuilder.CreateIndex(
                name: "ux_risks_reference_number",
                table: "risks",
                column: "reference_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_standards_code",
                table: "standards",
                column: "code",
                unique: true);
        }

        protected override void Revert(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "controls");
            migrationBuilder.DropTable(name: "risk_assessments");
            migrationBuilder.DropTable(name: "risk_control_links");
            migrationBuilder.DropTable(name: "risk_links");
            migrationBuilder.DropTable(name: "clauses");
            migrationBuilder.DropTable(name: "risk_controls");
            migrationBuilder.DropTable(name: "standards");
            migrationBuilder.DropTable(name: "risks");
        }
    }
}
