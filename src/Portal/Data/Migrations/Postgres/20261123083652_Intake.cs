using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhokNongNa.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Intake : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IntakeBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Register = table.Column<string>(type: "text", nullable: false),
                    AreaCode = table.Column<string>(type: "text", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Header = table.Column<string>(type: "text", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    RunnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Run = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IntakeMappings",
                columns: table => new
                {
                    Register = table.Column<string>(type: "text", nullable: false),
                    AreaCode = table.Column<string>(type: "text", nullable: false),
                    HeaderHash = table.Column<string>(type: "text", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeMappings", x => new { x.Register, x.AreaCode, x.HeaderHash });
                });

            migrationBuilder.CreateTable(
                name: "IntakeRows",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Says = table.Column<string>(type: "text", nullable: false),
                    Twins = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    OtherName = table.Column<string>(type: "text", nullable: false),
                    AreaCode = table.Column<string>(type: "text", nullable: false),
                    ChosenArea = table.Column<string>(type: "text", nullable: false),
                    Choice = table.Column<string>(type: "text", nullable: false),
                    Apart = table.Column<string>(type: "text", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Takes = table.Column<string>(type: "text", nullable: true),
                    IsNew = table.Column<bool>(type: "boolean", nullable: false),
                    WrittenVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeRows", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_IntakeRows_IntakeBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "IntakeBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IntakeBatches_CreatorId_At",
                table: "IntakeBatches",
                columns: new[] { "CreatorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_IntakeBatches_Register_AreaCode",
                table: "IntakeBatches",
                columns: new[] { "Register", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_IntakeBatches_State",
                table: "IntakeBatches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_IntakeRows_BatchId_State",
                table: "IntakeRows",
                columns: new[] { "BatchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_IntakeRows_SubjectId",
                table: "IntakeRows",
                column: "SubjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IntakeMappings");

            migrationBuilder.DropTable(
                name: "IntakeRows");

            migrationBuilder.DropTable(
                name: "IntakeBatches");
        }
    }
}
