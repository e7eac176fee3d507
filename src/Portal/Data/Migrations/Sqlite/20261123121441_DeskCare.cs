using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskCare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ConfirmedAt",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TrashedAt",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TrashedById",
                table: "Entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EditingSessions",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    TypedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
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
