using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class DiaryAndTrials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_kidney_disease",
                table: "wearers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int[]>(
                name: "asleep",
                table: "days",
                type: "integer[]",
                nullable: false,
                defaultValueSql: "'{}'");

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

            migrationBuilder.CreateTable(
                name: "trials",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    seed = table.Column<int>(type: "integer", nullable: false),
                    weeks = table.Column<bool[]>(type: "boolean[]", nullable: false),
                    drop_days = table.Column<int>(type: "integer", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stopped = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trials", x => new { x.wearer_id, x.trial_id });
                    table.ForeignKey(
                        name: "fk_trials_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "On/off trials of relief strategies, their order drawn and kept before the start. Written by TrialTable.");

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

            migrationBuilder.DropTable(
                name: "trials");

            migrationBuilder.DropColumn(
                name: "has_kidney_disease",
                table: "wearers");

            migrationBuilder.DropColumn(
                name: "asleep",
                table: "days");
        }
    }
}
