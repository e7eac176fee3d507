using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Plots_Code",
                table: "Plots");

            migrationBuilder.RenameColumn(
                name: "Code",
                table: "Plots",
                newName: "Key");

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Sages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckerId",
                table: "Sages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfirmedOn",
                table: "Sages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatorId",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Sages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormKey",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsAccepted",
                table: "Sages",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublished",
                table: "Sages",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Sages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Sages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Private",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "RevisionNumber",
                table: "Sages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "Accepted");

            migrationBuilder.AddColumn<string>(
                name: "WriterIds",
                table: "Sages",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Plots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckerId",
                table: "Plots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatorId",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Plots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormKey",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsAccepted",
                table: "Plots",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "WriterIds",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Missing",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Plots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Plots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RevisionNumber",
                table: "Plots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceId",
                table: "Consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Expires",
                table: "Consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecordedAt",
                table: "Consents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "RecorderId",
                table: "Consents",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "SheetCode",
                table: "Consents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Witness",
                table: "Consents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Centres",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckerId",
                table: "Centres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatorId",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Centres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormKey",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "History",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "IsAccepted",
                table: "Centres",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Centres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Centres",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Private",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "RevisionNumber",
                table: "Centres",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "Accepted");

            migrationBuilder.AddColumn<string>(
                name: "WriterIds",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "FormDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    IsUsed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordRemarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    CheckerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordRemarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FormKey = table.Column<string>(type: "TEXT", nullable: false),
                    RecorderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordRevisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterNumbers",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    District = table.Column<string>(type: "TEXT", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", nullable: false),
                    Running = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterNumbers", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SageContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", nullable: false),
                    BestTime = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SageContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SageContacts_Sages_SageId",
                        column: x => x.SageId,
                        principalTable: "Sages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sages_Number",
                table: "Sages",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plots_Key",
                table: "Plots",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plots_Number",
                table: "Plots",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Centres_Number",
                table: "Centres",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormDefinitions_Key",
                table: "FormDefinitions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormDefinitions_Kind_AreaCode_Number",
                table: "FormDefinitions",
                columns: new[] { "Kind", "AreaCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordRemarks_SubjectId",
                table: "RecordRemarks",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordRevisions_SubjectId_Number",
                table: "RecordRevisions",
                columns: new[] { "SubjectId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterNumbers_District_Letter_Running",
                table: "RegisterNumbers",
                columns: new[] { "District", "Letter", "Running" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterNumbers_SubjectId",
                table: "RegisterNumbers",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_SageContacts_SageId",
                table: "SageContacts",
                column: "SageId");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Plots",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Centres",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // Rows of a portal that was there before: accepted, numbered, with what is private taken out of what is shown.
            migrationBuilder.Sql(
                """
                UPDATE "Sages" SET "Private" = json_object('Village', COALESCE(json_extract("Profile", '$.Village'), '')), "Profile" = json_remove("Profile", '$.Village');
                """);
            migrationBuilder.Sql(
                """
                UPDATE "Centres" SET "Profile" = json_set("Profile", '$.Bases', json((SELECT json_group_array(json_object('Number', "key" + 1, 'Base', "value")) FROM json_each("Profile", '$.Bases')))) WHERE json_type("Profile", '$.Bases') = 'array';
                """);
            migrationBuilder.Sql(
                """
                UPDATE "Plots" SET "Stage" = "State", "State" = 'Accepted', "Number" = "Key", "SortKey" = "Key";
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "RegisterNumbers" ("Number", "District", "Letter", "Running", "SubjectId") SELECT "Key", substr("Key", 1, 4), 'L', CAST(substr("Key", 8, 4) AS INTEGER), "Id" FROM "Plots";
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "RegisterNumbers" ("Number", "District", "Letter", "Running", "SubjectId") SELECT "District" || '-P-' || printf('%04d', "Running"), "District", 'P', "Running", "Id" FROM (SELECT "Id", substr("AreaCode", 1, 4) AS "District", ROW_NUMBER() OVER (PARTITION BY substr("AreaCode", 1, 4) ORDER BY "Key") AS "Running" FROM "Sages" WHERE length("AreaCode") >= 4) AS numbered;
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "RegisterNumbers" ("Number", "District", "Letter", "Running", "SubjectId") SELECT "District" || '-C-' || printf('%04d', "Running"), "District", 'C', "Running", "Id" FROM (SELECT "Id", substr("AreaCode", 1, 4) AS "District", ROW_NUMBER() OVER (PARTITION BY substr("AreaCode", 1, 4) ORDER BY "Key") AS "Running" FROM "Centres" WHERE length("AreaCode") >= 4) AS numbered;
                """);
            migrationBuilder.Sql(
                """
                UPDATE "Sages" SET "Number" = (SELECT "Number" FROM "RegisterNumbers" WHERE "SubjectId" = "Sages"."Id");
                """);
            migrationBuilder.Sql(
                """
                UPDATE "Centres" SET "Number" = (SELECT "Number" FROM "RegisterNumbers" WHERE "SubjectId" = "Centres"."Id");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "Plots" SET "State" = "Stage";""");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Centres");

            migrationBuilder.DropTable(
                name: "FormDefinitions");

            migrationBuilder.DropTable(
                name: "RecordRemarks");

            migrationBuilder.DropTable(
                name: "RecordRevisions");

            migrationBuilder.DropTable(
                name: "RegisterNumbers");

            migrationBuilder.DropTable(
                name: "SageContacts");

            migrationBuilder.DropIndex(
                name: "IX_Sages_Number",
                table: "Sages");

            migrationBuilder.DropIndex(
                name: "IX_Plots_Key",
                table: "Plots");

            migrationBuilder.DropIndex(
                name: "IX_Plots_Number",
                table: "Plots");

            migrationBuilder.DropIndex(
                name: "IX_Centres_Number",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "CheckerId",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "ConfirmedOn",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "CreatorId",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "Draft",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "FormKey",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "IsAccepted",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "IsPublished",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "Private",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "RevisionNumber",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "WriterIds",
                table: "Sages");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "CheckerId",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "CreatorId",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "Draft",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "FormKey",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "IsAccepted",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "WriterIds",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "RevisionNumber",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Plots");

            migrationBuilder.DropColumn(
                name: "EvidenceId",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "Expires",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "RecorderId",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "SheetCode",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "Witness",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "CheckerId",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "CreatorId",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "Draft",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "FormKey",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "History",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "IsAccepted",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "Private",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "RevisionNumber",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Centres");

            migrationBuilder.DropColumn(
                name: "WriterIds",
                table: "Centres");

            migrationBuilder.RenameColumn(
                name: "Key",
                table: "Plots",
                newName: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Plots_Code",
                table: "Plots",
                column: "Code",
                unique: true);
        }
    }
}
