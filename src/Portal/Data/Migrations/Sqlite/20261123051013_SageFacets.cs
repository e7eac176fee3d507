using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SageFacets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SageFacets",
                columns: table => new
                {
                    SageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Area = table.Column<int>(type: "INTEGER", nullable: false),
                    Can = table.Column<int>(type: "INTEGER", nullable: false),
                    Speaks = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDeceased = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SageFacets", x => new { x.Kind, x.Value, x.SageId });
                    table.ForeignKey(
                        name: "FK_SageFacets_Sages_SageId",
                        column: x => x.SageId,
                        principalTable: "Sages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SageFacets_Kind_Area_Value_IsDeceased_Can_Speaks",
                table: "SageFacets",
                columns: new[] { "Kind", "Area", "Value", "IsDeceased", "Can", "Speaks" });

            migrationBuilder.CreateIndex(
                name: "IX_SageFacets_Kind_Value_IsDeceased_SortKey_SageId_Area_Can_Speaks",
                table: "SageFacets",
                columns: new[] { "Kind", "Value", "IsDeceased", "SortKey", "SageId", "Area", "Can", "Speaks" });

            migrationBuilder.CreateIndex(
                name: "IX_SageFacets_Kind_Value_Area_IsDeceased_Can_Speaks",
                table: "SageFacets",
                columns: new[] { "Kind", "Value", "Area", "IsDeceased", "Can", "Speaks" });

            migrationBuilder.CreateIndex(
                name: "IX_SageFacets_SageId",
                table: "SageFacets",
                column: "SageId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SageFacets");
        }
    }
}
