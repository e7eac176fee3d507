using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Postgres
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ChangedAt",
                table: "Sages",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "CheckerId",
                table: "Sages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfirmedOn",
                table: "Sages",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatorId",
                table: "Sages",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Sages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormKey",
                table: "Sages",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsAccepted",
                table: "Sages",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublished",
                table: "Sages",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "Missing",
                table: "Sages",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Sages",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Sages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Sages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Private",
                table: "Sages",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "RevisionNumber",
                table: "Sages",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Sages",
                type: "text",
                nullable: false,
                defaultValue: "Accepted");

            migrationBuilder.AddColumn<List<Guid>>(
                name: "WriterIds",
                table: "Sages",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ChangedAt",
                table: "Plots",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "CheckerId",
                table: "Plots",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatorId",
                table: "Plots",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Plots",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormKey",
                table: "Plots",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsAccepted",
                table: "Plots",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Plots",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<List<string>>(
                name: "Missing",
                table: "Plots",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Plots",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Plots",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RevisionNumber",
                table: "Plots",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Plots",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<List<Guid>>(
                name: "WriterIds",
                table: "Plots",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceId",
                table: "Consents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Expires",
                table: "Consents",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RecordedAt",
                table: "Consents",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "RecorderId",
                table: "Consents",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "SheetCode",
                table: "Consents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Witness",
                table: "Consents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ChangedAt",
                table: "Centres",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "CheckerId",
                table: "Centres",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatorId",
                table: "Centres",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Centres",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormKey",
                table: "Centres",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "History",
                table: "Centres",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "IsAccepted",
                table: "Centres",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "Missing",
                table: "Centres",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Centres",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Centres",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Private",
                table: "Centres",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "RevisionNumber",
                table: "Centres",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Centres",
                type: "text",
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Centres",
                type: "text",
                nullable: false,
                defaultValue: "Accepted");

            migrationBuilder.AddColumn<List<Guid>>(
                name: "WriterIds",
                table: "Centres",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "FormDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AreaCode = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    IsUsed = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordRemarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    CheckerId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordRemarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FormKey = table.Column<string>(type: "text", nullable: false),
                    RecorderId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordRevisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterNumbers",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", nullable: false),
                    District = table.Column<string>(type: "text", nullable: false),
                    Letter = table.Column<string>(type: "text", nullable: false),
                    Running = table.Column<int>(type: "integer", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterNumbers", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SageContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Visibility = table.Column<string>(type: "text", nullable: false),
                    BestTime = table.Column<string>(type: "text", nullable: false)
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Centres",
                type: "text",
                nullable: false,
                defaultValue: "");

            // Rows of a portal that was there before: accepted, numbered, with what is private taken out of what is shown.
            migrationBuilder.Sql(
                """
                UPDATE "Sages" SET "Private" = json_build_object('Village', COALESCE("Profile"::json->>'Village', ''))::text, "Profile" = ("Profile"::jsonb - 'Village')::text;
                """);
            migrationBuilder.Sql(
                """
                UPDATE "Centres" SET "Profile" = jsonb_set("Profile"::jsonb, '{Bases}', COALESCE((SELECT jsonb_agg(jsonb_build_object('Number', o, 'Base', v)) FROM jsonb_array_elements_text("Profile"::jsonb->'Bases') WITH ORDINALITY AS t(v, o)), '[]'::jsonb))::text WHERE jsonb_typeof("Profile"::jsonb->'Bases') = 'array';
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
                INSERT INTO "RegisterNumbers" ("Number", "District", "Letter", "Running", "SubjectId") SELECT "District" || '-P-' || lpad(("Running")::text, 4, '0'), "District", 'P', "Running", "Id" FROM (SELECT "Id", substr("AreaCode", 1, 4) AS "District", ROW_NUMBER() OVER (PARTITION BY substr("AreaCode", 1, 4) ORDER BY "Key") AS "Running" FROM "Sages" WHERE length("AreaCode") >= 4) AS numbered;
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "RegisterNumbers" ("Number", "District", "Letter", "Running", "SubjectId") SELECT "District" || '-C-' || lpad(("Running")::text, 4, '0'), "District", 'C', "Running", "Id" FROM (SELECT "Id", substr("AreaCode", 1, 4) AS "District", ROW_NUMBER() OVER (PARTITION BY substr("AreaCode", 1, 4) ORDER BY "Key") AS "Running" FROM "Centres" WHERE length("AreaCode") >= 4) AS numbered;
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
                name: "Stage",
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
                name: "WriterIds",
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
