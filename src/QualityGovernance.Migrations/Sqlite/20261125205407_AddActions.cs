using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QualityGovernance.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddActions : SchemaMigration
    {
        public override string Parent => "20261125205333_AddCases";

        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.
        public override string CompatibleFrom => "20261123000000_Initial";

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "actions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    source_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    action_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    owner_id = table.Column<int>(type: "INTEGER", nullable: false),
                    due_date = table.Column<DateTime>(type: "TEXT", nullable: false),
                    effectiveness_review_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_due_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    follow_up_of_id = table.Column<int>(type: "INTEGER", nullable: true),
                    created_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    updated_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    completion_notes = table.Column<string>(type: "TEXT", nullable: true),
                    completed_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verification_notes = table.Column<string>(type: "TEXT", nullable: true),
                    verified_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    verified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    effectiveness_notes = table.Column<string>(type: "TEXT", nullable: true),
                    judged_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    judged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancellation_reason = table.Column<string>(type: "TEXT", nullable: true),
                    cancelled_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    row_version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actions", x => x.id);
                    table.ForeignKey(
                        name: "fk_actions_cancelled_by_id",
                        column: x => x.cancelled_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_completed_by_id",
                        column: x => x.completed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_follow_up_of_id",
                        column: x => x.follow_up_of_id,
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_judged_by_id",
                        column: x => x.judged_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_owner_id",
                        column: x => x.owner_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_updated_by_id",
                        column: x => x.updated_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_verified_by_id",
                        column: x => x.verified_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actions_cancelled_by_id",
                table: "actions",
                column: "cancelled_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_completed_by_id",
                table: "actions",
                column: "completed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_created_by_id",
                table: "actions",
                column: "created_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_due_date_id",
                table: "actions",
                columns: new[] { "due_date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_actions_follow_up_of_id",
                table: "actions",
                column: "follow_up_of_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_judged_by_id",
                table: "actions",
                column: "judged_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_next_due_date",
                table: "actions",
                column: "next_due_date");

            migrationBuilder.CreateIndex(
                name: "ix_actions_owner_id",
                table: "actions",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_source_type_source_id",
                table: "actions",
                columns: new[] { "source_type", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_actions_updated_by_id",
                table: "actions",
                column: "updated_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_actions_verified_by_id",
                table: "actions",
                column: "verified_by_id");

            migrationBuilder.CreateIndex(
                name: "ux_actions_reference_number",
                table: "actions",
                column: "reference_number",
                unique: true);
        }

        protected override void Revert(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actions");
        }
    }
}
