using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Desk : Migration
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
                name: "ConfirmedAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

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
                // EF leaves it out, and a table that has rows needs one.
                defaultValueSql: "'{}'");

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

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "Assets",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FileAt",
                table: "Assets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FileHash",
                table: "Assets",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "FocusX",
                table: "Assets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "Assets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Folder",
                table: "Assets",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Assets",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            // What was published for the community before is for members from now on.
            migrationBuilder.Sql("""UPDATE "Entries" SET "LatestLicence" = 'Community' WHERE EXISTS (SELECT 1 FROM "Revisions" r WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LatestNumber" AND r."Content" LIKE '%"Licence":"Community"%')""");
            migrationBuilder.Sql("""UPDATE "Entries" SET "LiveLicence" = 'Community' WHERE EXISTS (SELECT 1 FROM "Revisions" r WHERE r."EntryId" = "Entries"."Id" AND r."Number" = "Entries"."LiveNumber" AND r."Content" LIKE '%"Licence":"Community"%')""");

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

            migrationBuilder.CreateTable(
                name: "PictureUses",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PictureId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureUses", x => new { x.EntryId, x.Number, x.PictureId });
                    table.ForeignKey(
                        name: "FK_PictureUses_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateIndex(
                name: "IX_PictureUses_PictureId",
                table: "PictureUses",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Outcome_At",
                table: "Reports",
                columns: new[] { "Outcome", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SubjectType_SubjectId",
                table: "Reports",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_EntryId_At",
                table: "Reviews",
                columns: new[] { "EntryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TopicAliases_TopicId",
                table: "TopicAliases",
                column: "TopicId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EditingSessions");

            migrationBuilder.DropTable(
                name: "PictureUses");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "TopicAliases");

            migrationBuilder.DropIndex(
                name: "IX_Entries_ExpiryDue",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_State_PublishDue",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_State_SubmittedAt",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_TrashedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Field",
                table: "Remarks");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ExpiryDue",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ExpirySetterId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "IsHidden",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "LatestLicence",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "LiveLicence",
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

            migrationBuilder.DropColumn(
                name: "TrashedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "TrashedById",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Bytes",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "FileAt",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "FileHash",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "FocusX",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "FocusY",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Folder",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Assets");
        }
    }
}
