using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class Diary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "diary",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    part = table.Column<short>(type: "smallint", nullable: true),
                    utc_day = table.Column<DateOnly>(type: "date", nullable: true),
                    said = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    what = table.Column<string>(type: "jsonb", nullable: true),
                    hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diary", x => new { x.wearer_id, x.key });
                    table.ForeignKey(
                        name: "fk_diary_sources_wearer_id_source_id",
                        columns: x => new { x.wearer_id, x.source_id },
                        principalTable: "sources",
                        principalColumns: new[] { "wearer_id", "source_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_diary_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "What the wearer wrote down, newest version of each entry, deletions kept. Written by DiaryTable, only merged into.");

            migrationBuilder.CreateIndex(
                name: "ix_diary_wearer_id_source_id",
                table: "diary",
                columns: new[] { "wearer_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_diary_wearer_id_utc_day",
                table: "diary",
                columns: new[] { "wearer_id", "utc_day" })
                .Annotation("Npgsql:IndexInclude", new[] { "hash" });
            Scripts.Run(migrationBuilder, "Guard");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "diary");
        }
    }
}
