using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QualityGovernance.Migrations.Sqlite
{
    public partial class AddAudits : SchemaMigration
    {
        public override string Parent => "20261125193300_AddStandardsAndRisks";

        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.
        public override string CompatibleFrom => "20261123000000_Initial";

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_templates",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    audit_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    frequency = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    family_id = table.Column<int>(type: "INTEGER", nullable: true),
                    scoring_method = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    passing_score = table.Column<double>(type: "REAL", nullable: true),
                    allow_offline = table.Column<bool>(type: "INTEGER", nullable: false),
                    require_gps = table.Column<bool>(type: "INTEGER", nullable: false),
                    require_signature = table.Column<bool>(type: "INTEGER", nullable: false),
                    require_approval = table.Column<bool>(type: "INTEGER", nullable: false),
                    auto_create_findings = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_published = table.Column<bool>(type: "INTEGER", nullable: false),
                    standard_ids = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_audit_templates", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_templates_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_templates_family_id",
                        column: x => x.family_id,
                        principalTable: "audit_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_templates_updated_by_id",
                        column: x => x.updated_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_runs",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    template_id = table.Column<int>(type: "INTEGER", nullable: false),
                    template_version = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    location_details = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    scheduled_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    assigned_to_id = table.Column<int>(type: "INTEGER", nullable: true),
                    notes = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    score = table.Column<double>(type: "REAL", nullable: true),
                    max_score = table.Column<double>(type: "REAL", nullable: true),
                    score_percentage = table.Column<double>(type: "REAL", nullable: true),
                    is_passed = table.Column<bool>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_audit_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_runs_assigned_to_id",
                        column: x => x.assigned_to_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_runs_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_runs_template_id",
                        column: x => x.template_id,
                        principalTable: "audit_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_runs_updated_by_id",
                        column: x => x.updated_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_sections",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    template_id = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false),
                    weight = table.Column<double>(type: "REAL", nullable: false),
                    is_repeatable = table.Column<bool>(type: "INTEGER", nullable: false),
                    max_repeats = table.Column<int>(type: "INTEGER", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_sections", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_sections_template_id",
                        column: x => x.template_id,
                        principalTable: "audit_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_questions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    template_id = table.Column<int>(type: "INTEGER", nullable: false),
                    section_id = table.Column<int>(type: "INTEGER", nullable: true),
                    question_text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    question_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    help_text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    allow_na = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false),
                    weight = table.Column<double>(type: "REAL", nullable: false),
                    max_score = table.Column<double>(type: "REAL", nullable: true),
                    min_value = table.Column<double>(type: "REAL", nullable: true),
                    max_value = table.Column<double>(type: "REAL", nullable: true),
                    decimal_places = table.Column<int>(type: "INTEGER", nullable: true),
                    min_length = table.Column<int>(type: "INTEGER", nullable: true),
                    max_length = table.Column<int>(type: "INTEGER", nullable: true),
                    risk_category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    risk_weight = table.Column<double>(type: "REAL", nullable: true),
                    options = table.Column<string>(type: "TEXT", nullable: true),
                    evidence_requirements = table.Column<string>(type: "TEXT", nullable: true),
                    conditional_logic = table.Column<string>(type: "TEXT", nullable: true),
                    clause_ids = table.Column<string>(type: "TEXT", nullable: true),
                    control_ids = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_questions_section_id",
                        column: x => x.section_id,
                        principalTable: "audit_sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_questions_template_id",
                        column: x => x.template_id,
                        principalTable: "audit_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_findings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    run_id = table.Column<int>(type: "INTEGER", nullable: false),
                    question_id = table.Column<int>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    finding_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    corrective_action_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    corrective_action_due_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    clause_ids = table.Column<string>(type: "TEXT", nullable: true),
                    control_ids = table.Column<string>(type: "TEXT", nullable: true),
                    risk_ids = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_audit_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_findings_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_findings_question_id",
                        column: x => x.question_id,
                        principalTable: "audit_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_findings_run_id",
                        column: x => x.run_id,
                        principalTable: "audit_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_findings_updated_by_id",
                        column: x => x.updated_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_responses",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    run_id = table.Column<int>(type: "INTEGER", nullable: false),
                    question_id = table.Column<int>(type: "INTEGER", nullable: false),
                    response_value = table.Column<string>(type: "TEXT", nullable: true),
                    response_text = table.Column<string>(type: "TEXT", nullable: true),
                    response_number = table.Column<double>(type: "REAL", nullable: true),
                    response_bool = table.Column<bool>(type: "INTEGER", nullable: true),
                    response_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    response_json = table.Column<string>(type: "TEXT", nullable: true),
                    score = table.Column<double>(type: "REAL", nullable: true),
                    is_na = table.Column<bool>(type: "INTEGER", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_responses", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_responses_question_id",
                        column: x => x.question_id,
                        principalTable: "audit_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_responses_run_id",
                        column: x => x.run_id,
                        principalTable: "audit_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(name: "ix_audit_findings_created_by_id", table: "audit_findings", column: "created_by_id");
            migrationBuilder.CreateIndex(name: "ix_audit_findings_question_id", table: "audit_findings", column: "question_id");
            migrationBuilder.CreateIndex(name: "ix_audit_findings_run_id", table: "audit_findings", column: "run_id");
            migrationBuilder.CreateIndex(name: "ix_audit_findings_updated_by_id", table: "audit_findings", column: "updated_by_id");
            migrationBuilder.CreateIndex(name: "ux_audit_findings_reference_number", table: "audit_findings", column: "reference_number", unique: true);
            migrationBuilder.CreateIndex(name: "ix_audit_questions_section_id", table: "audit_questions", column: "section_id");
            migrationBuilder.CreateIndex(name: "ix_audit_questions_template_id", table: "audit_questions", column: "template_id");
            migrationBuilder.CreateIndex(name: "ix_audit_responses_question_id", table: "audit_responses", column: "question_id");
            migrationBuilder.CreateIndex(name: "ux_audit_responses_run_id_question_id", table: "audit_responses", columns: new[] { "run_id", "question_id" }, unique: true);
            migrationBuilder.CreateIndex(name: "ix_audit_runs_assigned_to_id", table: "audit_runs", column: "assigned_to_id");
            migrationBuilder.CreateIndex(name: "ix_audit_runs_created_by_id", table: "audit_runs", column: "created_by_id");
            migrationBuilder.CreateIndex(name: "ix_audit_runs_template_id", table: "audit_runs", column: "template_id");
            migrationBuilder.CreateIndex(name: "ix_audit_runs_updated_by_id", table: "audit_runs", column: "updated_by_id");
            migrationBuilder.CreateIndex(name: "ux_audit_runs_reference_number", table: "audit_runs", column: "reference_number", unique: true);
            migrationBuilder.CreateIndex(name: "ix_audit_sections_template_id", table: "audit_sections", column: "template_id");
            migrationBuilder.CreateIndex(name: "ix_audit_templates_created_by_id", table: "audit_templates", column: "created_by_id");
            migrationBuilder.CreateIndex(name: "ix_audit_templates_family_id", table: "audit_templates", column: "family_id");
            migrationBuilder.CreateIndex(name: "ix_audit_templates_updated_by_id", table: "audit_templates", column: "updated_by_id");
            migrationBuilder.CreateIndex(name: "ux_audit_templates_reference_number", table: "audit_templates", column: "reference_number", unique: true);
        }

        protected override void Revert(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "audit_findings");
            migrationBuilder.DropTable(name: "audit_responses");
            migrationBuilder.DropTable(name: "audit_questions");
            migrationBuilder.DropTable(name: "audit_runs");
            migrationBuilder.DropTable(name: "audit_sections");
            migrationBuilder.DropTable(name: "audit_templates");
        }
    }
}
