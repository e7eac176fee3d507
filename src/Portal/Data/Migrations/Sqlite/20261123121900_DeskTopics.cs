using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "LatestLicence",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "CcBy");

            migrationBuilder.AddColumn<string>(
                name: "LiveLicence",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "CcBy");

            // What was published for the community before is for members from now on.
            migrationBuilder.Sql("""UPDATE "Entries" SET "LatestLicence" = 'Community' WHERE EXISTS (SELECT 1 FROM "Revisions" r WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LatestNumber" AND r."Content" LIKE '%"Licence":"Community"%')""");
            migrationBuilder.Sql("""UPDATE "Entries" SET "LiveLicence" = 'Community' WHERE EXISTS (SELECT 1 FROM "Revisions" r WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LiveNumber" AND r."Content" LIKE '%"Licence":"Community"%')""");

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Hides = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TopicAliases",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    TopicId = table.Column<Guid>(type: "TEXT", nullable: false)
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
