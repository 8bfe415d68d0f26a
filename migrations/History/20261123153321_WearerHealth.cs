using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class WearerHealth : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "has_kidney_disease",
                table: "wearers");
        }
    }
}
