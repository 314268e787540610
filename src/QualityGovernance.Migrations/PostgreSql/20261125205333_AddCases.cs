using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace QualityGovernance.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddCases : SchemaMigration
    {
        public override string Parent => "20261125193400_AddAudits";

        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.
        public override string CompatibleFrom => "20261123000000_Initial";

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "collisions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    collision_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reported_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    location = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    weather = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    road_surface = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    speed_limit = table.Column<int>(type: "integer", nullable: true),
                    fault = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    vehicle_registration = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    vehicle_key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    vehicle_make_model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    vehicle_damage = table.Column<string>(type: "text", nullable: true),
                    driver_id = table.Column<int>(type: "integer", nullable: true),
                    driver_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    driver_injured = table.Column<bool>(type: "boolean", nullable: true),
                    driver_injuries = table.Column<string>(type: "text", nullable: true),
                    driver_statement = table.Column<string>(type: "text", nullable: true),
                    police_attended = table.Column<bool>(type: "boolean", nullable: true),
                    police_force = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    police_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    insurer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    insurance_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    insurer_notified_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    insurance_notes = table.Column<string>(type: "text", nullable: true),
                    reporter_id = table.Column<int>(type: "integer", nullable: false),
                    investigator_id = table.Column<int>(type: "integer", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_collisions_driver_id",
                        column: x => x.driver_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collisions_investigator_id",
                        column: x => x.investigator_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collisions_reporter_id",
                        column: x => x.reporter_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "complaints",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    complaint_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    priority = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    received_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    complainant_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    complainant_email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    complainant_phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    complainant_company = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    related_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    investigation_notes = table.Column<string>(type: "text", nullable: true),
                    root_cause = table.Column<string>(type: "text", nullable: true),
                    resolution_summary = table.Column<string>(type: "text", nullable: true),
                    customer_satisfied = table.Column<bool>(type: "boolean", nullable: true),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resolved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "root_cause_analyses",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    incident_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    problem_statement = table.Column<string>(type: "text", nullable: false),
                    root_cause = table.Column<string>(type: "text", nullable: true),
                    corrective_actions = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    created_by_id = table.Column<int>(type: "integer", nullable: true),
                    updated_by_id = table.Column<int>(type: "integer", nullable: true),
                    edited_by_id = table.Column<int>(type: "integer", nullable: true),
                    approved_by_id = table.Column<int>(type: "integer", nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_root_cause_analyses", x => x.id);
                    table.ForeignKey(
                        name: "fk_root_cause_analyses_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_root_cause_analyses_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_root_cause_analyses_edited_by_id",
                        column: x => x.edited_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_root_cause_analyses_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_root_cause_analyses_updated_by_id",
                        column: x => x.updated_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collision_third_parties",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    collision_id = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    vehicle_registration = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    vehicle_make_model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    insurer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    insurance_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    injured = table.Column<bool>(type: "boolean", nullable: true),
                    injuries = table.Column<string>(type: "text", nullable: true),
                    damage = table.Column<string>(type: "text", nullable: true),
                    statement = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deleted_by_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collision_third_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_collision_third_parties_collision_id",
                        column: x => x.collision_id,
                        principalTable: "collisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_collision_third_parties_collision_id",
                table: "collision_third_parties",
                column: "collision_id");

            migrationBuilder.CreateIndex(
                name: "ix_collisions_collision_date_id",
                table: "collisions",
                columns: new[] { "collision_date", "id" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "ix_collisions_driver_id",
                table: "collisions",
                column: "driver_id");

            migrationBuilder.CreateIndex(
                name: "ix_collisions_investigator_id",
                table: "collisions",
                column: "investigator_id");

            migrationBuilder.CreateIndex(
                name: "ix_collisions_reporter_id",
                table: "collisions",
                column: "reporter_id");

            migrationBuilder.CreateIndex(
                name: "ix_collisions_vehicle_key",
                table: "collisions",
                column: "vehicle_key");

            migrationBuilder.CreateIndex(
                name: "ux_collisions_reference_number",
                table: "collisions",
                column: "reference_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_received_date_id",
                table: "complaints",
                columns: new[] { "received_date", "id" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "ux_complaints_reference_number",
                table: "complaints",
                column: "reference_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_root_cause_analyses_approved_by_id",
                table: "root_cause_analyses",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_root_cause_analyses_created_at_id",
                table: "root_cause_analyses",
                columns: new[] { "created_at", "id" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "ix_root_cause_analyses_created_by_id",
                table: "root_cause_analyses",
                column: "created_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_root_cause_analyses_edited_by_id",
                table: "root_cause_analyses",
                column: "edited_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_root_cause_analyses_incident_id",
                table: "root_cause_analyses",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_root_cause_analyses_updated_by_id",
                table: "root_cause_analyses",
                column: "updated_by_id");

            migrationBuilder.CreateIndex(
                name: "ux_root_cause_analyses_reference_number",
                table: "root_cause_analyses",
                column: "reference_number",
                unique: true);
        }

        protected override void Revert(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "collision_third_parties");

            migrationBuilder.DropTable(
                name: "complaints");

            migrationBuilder.DropTable(
                name: "root_cause_analyses");

            migrationBuilder.DropTable(
                name: "collisions");
        }
    }
}
