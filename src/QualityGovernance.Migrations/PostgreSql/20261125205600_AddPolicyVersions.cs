using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QualityGovernance.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddPolicyVersions : SchemaMigration
    {
        public override string Parent => "20261125205500_AddAuditSeals";

        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.
        public override string CompatibleFrom => "20261123000000_Initial";

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<int>>(
                name: "allowed_role_ids",
                table: "policies",
                type: "integer[]",
                nullable: true);

            migrationBuilder.AddColumn<List<int>>(
                name: "allowed_user_ids",
                table: "policies",
                type: "integer[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "initial_content",
                table: "policies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "latest_version",
                table: "policies",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "review_date",
                table: "policies",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "policies",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "visibility",
                table: "policies",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "policy_acknowledgements",
                columns: table => new
                {
                    policy_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_acknowledgements", x => new { x.policy_id, x.version, x.user_id });
                    table.ForeignKey(
                        name: "fk_policy_acknowledgements_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_acknowledgements_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "policy_versions",
                columns: table => new
                {
                    policy_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    author_ids = table.Column<List<int>>(type: "integer[]", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<int>(type: "integer", nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    published_by_id = table.Column<int>(type: "integer", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_versions", x => new { x.policy_id, x.number });
                    table.ForeignKey(
                        name: "fk_policy_versions_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_versions_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_versions_published_by_id",
                        column: x => x.published_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_policies_review_date",
                table: "policies",
                column: "review_date");

            migrationBuilder.CreateIndex(
                name: "ix_policy_acknowledgements_user_id",
                table: "policy_acknowledgements",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_policy_versions_approved_by_id",
                table: "policy_versions",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_policy_versions_published_by_id",
                table: "policy_versions",
                column: "published_by_id");

            migrationBuilder.CreateIndex(
                name: "ux_policy_versions_policy_id",
                table: "policy_versions",
                column: "policy_id",
                unique: true,
                filter: "status = 'published'");
        }

        protected override void Revert(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "policy_acknowledgements");

            migrationBuilder.DropTable(
                name: "policy_versions");

            migrationBuilder.DropIndex(
                name: "ix_policies_review_date",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "allowed_role_ids",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "allowed_user_ids",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "initial_content",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "latest_version",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "review_date",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "version",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "visibility",
                table: "policies");
        }
    }
}
