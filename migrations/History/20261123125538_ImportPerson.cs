using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class ImportPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "person",
                table: "imports",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "person",
                table: "imports");
        }
    }
}
