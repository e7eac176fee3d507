using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Duplicates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OtherNames",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "NotDuplicates",
                columns: table => new
                {
                    OneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotDuplicates", x => new { x.OneId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_NotDuplicates_Sages_OneId",
                        column: x => x.OneId,
                        principalTable: "Sages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NotDuplicates_Sages_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Sages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SageAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    SageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SageAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SageAliases_Sages_SageId",
                        column: x => x.SageId,
                        principalTable: "Sages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SageBlocks",
                columns: table => new
                {
                    SageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Block = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SageBlocks", x => new { x.SageId, x.Block });
                    table.ForeignKey(
                        name: "FK_SageBlocks_Sages_SageId",
                        column: x => x.SageId,
                        principalTable: "Sages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NotDuplicates_OtherId",
                table: "NotDuplicates",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_SageAliases_Code",
                table: "SageAliases",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SageAliases_Key",
                table: "SageAliases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SageAliases_Number",
                table: "SageAliases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SageAliases_SageId",
                table: "SageAliases",
                column: "SageId");

            migrationBuilder.CreateIndex(
                name: "IX_SageBlocks_Block",
                table: "SageBlocks",
                column: "Block");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NotDuplicates");

            migrationBuilder.DropTable(
                name: "SageAliases");

            migrationBuilder.DropTable(
                name: "SageBlocks");

            migrationBuilder.DropColumn(
                name: "OtherNames",
                table: "Sages");
        }
    }
}
