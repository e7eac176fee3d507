using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeskCare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ConfirmedAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "TrashedAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TrashedById",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EditingSessions",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    TypedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditingSessions", x => new { x.MemberId, x.Form });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_TrashedAt",
                table: "Entries",
                column: "TrashedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EditingSessions_Form_SeenAt",
                table: "EditingSessions",
                columns: new[] { "Form", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EditingSessions_SeenAt",
                table: "EditingSessions",
                column: "SeenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EditingSessions");

            migrationBuilder.DropIndex(
                name: "IX_Entries_TrashedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "TrashedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "TrashedById",
                table: "Entries");
        }
    }
}
