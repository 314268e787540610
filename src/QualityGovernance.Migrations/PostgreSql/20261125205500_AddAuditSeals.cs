using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QualityGovernance.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddAuditSeals : SchemaMigration
    {
        public override string Parent => "20261125205407_AddActions";

        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.
        public override string CompatibleFrom => "20261123000000_Initial";

        protected override void Apply(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    entry_key = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => x.sequence);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_action",
                table: "audit_entries",
                column: "action");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_request_id",
                table: "audit_entries",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ux_audit_seals_entry_key",
                table: "audit_seals",
                column: "entry_key",
                unique: true);

            migrationBuilder.MakeAppendOnly("audit_seals", "entry_key", "sequence");
        }

        protected override void Revert(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropAppendOnly("audit_seals");

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_action",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_request_id",
                table: "audit_entries");
        }
    }
}
