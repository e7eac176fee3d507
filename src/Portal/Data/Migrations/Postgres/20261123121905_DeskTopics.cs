using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeskTopics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsHidden",
                table: "Entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "LatestLicence",
                table: "Entries",
                type: "text",
                nullable: false,
                defaultValue: "CcBy");

            migrationBuilder.AddColumn<string>(
                name: "LiveLicence",
                table: "Entries",
                type: "text",
                nullable: false,
                defaultValue: "CcBy");

            // What was published for the community before is for members from now on.
            migrationBuilder.Sql("""UPDATE "Entries" SET "LatestLicence" = 'Community' WHERE EXISTS (SELECT 1 FROM "Revisions" r WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LatestNumber" AND r."Content" LIKE '%"Licence":"Community"%')""");
            migrationBuilder.Sql("""UPDATE "Entries" SET "LiveLicence" = 'Community' WHERE EXISTS (SELECT 1 FROM "Revisions" r WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LiveNumber" AND r."Content" LIKE '%"Licence":"Community"%')""");

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectType = table.Column<string>(type: "text", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    AreaCode = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Hides = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TopicAliases",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopicAliases", x => new { x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_TopicAliases_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Outcome_At",
                table: "Reports",
                columns: new[] { "Outcome", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SubjectType_SubjectId",
                table: "Reports",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_TopicAliases_TopicId",
                table: "TopicAliases",
                column: "TopicId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "TopicAliases");

            migrationBuilder.DropColumn(
                name: "IsHidden",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "LatestLicence",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "LiveLicence",
                table: "Entries");
        }
    }
}
