using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace QualityGovernance.Migrations.PostgreSql
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    audit_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    frequency = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    family_id = table.Column<int>(type: "integer", nullable: true),
                    scoring_method = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    passing_score = table.Column<double>(type: "double precision", nullable: true),
                    allow_offline = table.Column<bool>(type: "boolean", nullable: false),
                    require_gps = table.Column<bool>(type: "boolean", nullable: false),
                    require_signature = table.Column<bool>(type: "boolean", nullable: false),
                    require_approval = table.Column<bool>(type: "boolean", nullable: false),
                    auto_create_findings = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    standard_ids = table.Column<string>(type: "text", nullable: true),
                    created_by_id = table.Column<int>(type: "integer", nullable: true),
                    updated_by_id = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    template_id = table.Column<int>(type: "integer", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    location = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    location_details = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    scheduled_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    due_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    assigned_to_id = table.Column<int>(type: "integer", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    completed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    max_score = table.Column<double>(type: "double precision", nullable: true),
                    score_percentage = table.Column<double>(type: "double precision", nullable: true),
                    is_passed = table.Column<bool>(type: "boolean", nullable: true),
                    created_by_id = table.Column<int>(type: "integer", nullable: true),
                    updated_by_id = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    template_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sort_order = table.Column<int>(type: "integer", nullable: false),
                    weight = table.Column<double>(type: "double precision", nullable: false),
                    is_repeatable = table.Column<bool>(type: "boolean", nullable: false),
                    max_repeats = table.Column<int>(type: "integer", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    template_id = table.Column<int>(type: "integer", nullable: false),
                    section_id = table.Column<int>(type: "integer", nullable: true),
                    question_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    question_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    help_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_required = table.Column<bool>(type: "boolean", nullable: false),
                    allow_na = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    sort_order = table.Column<int>(type: "integer", nullable: false),
                    weight = table.Column<double>(type: "double precision", nullable: false),
                    max_score = table.Column<double>(type: "double precision", nullable: true),
                    min_value = table.Column<double>(type: "double precision", nullable: true),
                    max_value = table.Column<double>(type: "double precision", nullable: true),
                    decimal_places = table.Column<int>(type: "integer", nullable: true),
                    min_length = table.Column<int>(type: "integer", nullable: true),
                    max_length = table.Column<int>(type: "integer", nullable: true),
                    risk_category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    risk_weight = table.Column<double>(type: "double precision", nullable: true),
                    options = table.Column<string>(type: "text", nullable: true),
                    evidence_requirements = table.Column<string>(type: "text", nullable: true),
                    conditional_logic = table.Column<string>(type: "text", nullable: true),
                    clause_ids = table.Column<string>(type: "text", nullable: true),
                    control_ids = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    run_id = table.Column<int>(type: "integer", nullable: false),
                    question_id = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    finding_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    corrective_action_required = table.Column<bool>(type: "boolean", nullable: false),
                    corrective_action_due_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    clause_ids = table.Column<string>(type: "text", nullable: true),
                    control_ids = table.Column<string>(type: "text", nullable: true),
                    risk_ids = table.Column<string>(type: "text", nullable: true),
                    created_by_id = table.Column<int>(type: "integer", nullable: true),
                    updated_by_id = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    run_id = table.Column<int>(type: "integer", nullable: false),
                    question_id = table.Column<int>(type: "integer", nullable: false),
                    response_value = table.Column<string>(type: "text", nullable: true),
                    response_text = table.Column<string>(type: "text", nullable: true),
                    response_number = table.Column<double>(type: "double precision", nullable: true),
                    response_bool = table.Column<bool>(type: "boolean", nullable: true),
                    response_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    response_json = table.Column<string>(type: "text", nullable: true),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    is_na = table.Column<bool>(type: "boolean", nullable: false),
                    notes = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
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
