using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeskFlow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Field",
                table: "Remarks",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ExpiryDue",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ExpirySetterId",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublishDue",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewDue",
                table: "Entries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReviewerId",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SchedulerId",
                table: "Entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SubmittedAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "TopicKeys",
                table: "Entries",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    RevisionNumber = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Ticked = table.Column<string>(type: "text", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ExpiryDue",
                table: "Entries",
                column: "ExpiryDue");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_State_PublishDue",
                table: "Entries",
                columns: new[] { "State", "PublishDue" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_State_SubmittedAt",
                table: "Entries",
                columns: new[] { "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_EntryId_At",
                table: "Reviews",
                columns: new[] { "EntryId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropIndex(
                name: "IX_Entries_ExpiryDue",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_State_PublishDue",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_State_SubmittedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Field",
                table: "Remarks");

            migrationBuilder.DropColumn(
                name: "ExpiryDue",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ExpirySetterId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "PublishDue",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ReviewDue",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ReviewerId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "SchedulerId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "TopicKeys",
                table: "Entries");
        }
    }
}
