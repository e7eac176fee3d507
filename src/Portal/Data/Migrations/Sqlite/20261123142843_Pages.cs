using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Pages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "LiveOrder",
                table: "Entries",
                newName: "Position");

            // What the latest wording said of its place in the footer.
            migrationBuilder.Sql("""
                UPDATE "Entries" SET "Position" = COALESCE((
                    SELECT json_extract(r."Content", '$.Order') FROM "Revisions" r
                    WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LatestNumber"), 0)
                WHERE "Type" = 'Page'
                """);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                table: "Entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Snippets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snippets", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Snippets_Key",
                table: "Snippets",
                column: "Key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Snippets");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "Entries");

            migrationBuilder.RenameColumn(
                name: "Position",
                table: "Entries",
                newName: "LiveOrder");
        }
    }
}
