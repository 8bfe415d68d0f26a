using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class Trials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
            Scripts.Run(migrationBuilder, "Guard");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "trials");
        }
    }
}
