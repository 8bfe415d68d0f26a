using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class DaysAsleep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int[]>(
                name: "asleep",
                table: "days",
                type: "integer[]",
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "asleep",
                table: "days");
        }
    }
}
