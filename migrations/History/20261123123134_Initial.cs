using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KneeTwitch.Migrations.History
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wearers",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    birth_year = table.Column<int>(type: "integer", nullable: true),
                    sex = table.Column<short>(type: "smallint", nullable: false),
                    height_cm = table.Column<double>(type: "double precision", nullable: true),
                    mass_kg = table.Column<double>(type: "double precision", nullable: true),
                    maximal_heart_rate_bpm = table.Column<double>(type: "double precision", nullable: true),
                    is_pregnant = table.Column<bool>(type: "boolean", nullable: false),
                    is_lactating = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    wants_digest = table.Column<bool>(type: "boolean", nullable: false),
                    assumed_zone = table.Column<string>(type: "text", nullable: false),
                    current_zone = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wearers", x => x.wearer_id);
                },
                comment: "What wearers say of themselves. Written by WearerTable.");

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alert_id = table.Column<string>(type: "text", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    opened = table.Column<DateOnly>(type: "date", nullable: false),
                    cleared = table.Column<DateOnly>(type: "date", nullable: true),
                    snoozed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_level = table.Column<int>(type: "integer", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => new { x.wearer_id, x.alert_id });
                    table.ForeignKey(
                        name: "fk_alerts_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Persistent patterns with a life. Written by Alerting.");

            migrationBuilder.CreateTable(
                name: "analyzed_wearers",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analyzed_wearers", x => x.wearer_id);
                    table.ForeignKey(
                        name: "fk_analyzed_wearers_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "How far wearers are judged. Written by Analyzing.");

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    factor = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    grade = table.Column<short>(type: "smallint", nullable: true),
                    is_clean = table.Column<bool>(type: "boolean", nullable: true),
                    level = table.Column<short>(type: "smallint", nullable: false),
                    standing = table.Column<short>(type: "smallint", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    missing = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    rule_version = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => new { x.wearer_id, x.factor, x.day });
                    table.ForeignKey(
                        name: "fk_assessments_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "The ledger: every factor on every day. Written by Analyzing.");

            migrationBuilder.CreateTable(
                name: "days",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    metrics = table.Column<short[]>(type: "smallint[]", nullable: false),
                    values = table.Column<double[]>(type: "double precision[]", nullable: false),
                    states = table.Column<short[]>(type: "smallint[]", nullable: false),
                    coverages = table.Column<float[]>(type: "real[]", nullable: false),
                    sources = table.Column<string[]>(type: "text[]", nullable: false),
                    sessions = table.Column<string>(type: "jsonb", nullable: false),
                    provenance = table.Column<string>(type: "jsonb", nullable: false),
                    notes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_days", x => new { x.wearer_id, x.day });
                    table.ForeignKey(
                        name: "fk_days_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "One true number a metric and civil day, as parallel arrays. Written by Summarizing.");

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    week_ending = table.Column<DateOnly>(type: "date", nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digests", x => new { x.wearer_id, x.week_ending });
                    table.ForeignKey(
                        name: "fk_digests_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Weekly mails, claimed before they are sent. Written by Reporting.");

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    total_bytes = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    format = table.Column<string>(type: "text", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: true),
                    read_bytes = table.Column<long>(type: "bigint", nullable: false),
                    readings = table.Column<long>(type: "bigint", nullable: false),
                    batches = table.Column<int>(type: "integer", nullable: true),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    rejects = table.Column<string>(type: "jsonb", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => new { x.wearer_id, x.import_id });
                    table.ForeignKey(
                        name: "fk_imports_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Runs over exports, and where they are. Written by Importing.");

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alert_id = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    risen = table.Column<DateOnly>(type: "date", nullable: false),
                    told = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => new { x.wearer_id, x.alert_id, x.level });
                    table.ForeignKey(
                        name: "fk_notifications_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Rises wearers are told of. Written by Alerting.");

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => new { x.wearer_id, x.source_id });
                    table.ForeignKey(
                        name: "fk_sources_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Devices and apps, and the number their readings carry. Written by Ingesting.");

            migrationBuilder.CreateTable(
                name: "summarized_days",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    utc_day = table.Column<DateOnly>(type: "date", nullable: false),
                    chunks = table.Column<int>(type: "integer", nullable: false),
                    hash_sum = table.Column<long>(type: "bigint", nullable: false),
                    recipe = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_summarized_days", x => new { x.wearer_id, x.utc_day });
                    table.ForeignKey(
                        name: "fk_summarized_days_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "What the readings of a UTC day were when they were summarized last. Written by Summarizing.");

            migrationBuilder.CreateTable(
                name: "trust_order",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    metric = table.Column<short>(type: "smallint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trust_order", x => new { x.wearer_id, x.metric, x.source });
                    table.ForeignKey(
                        name: "fk_trust_order_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "What wearers changed in the trust order. Written by WearerTable.");

            migrationBuilder.CreateTable(
                name: "wearer_facts",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wearer_facts", x => new { x.wearer_id, x.kind, x.at, x.value });
                    table.ForeignKey(
                        name: "fk_wearer_facts_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "What exports say of wearers. Written by Ingesting.");

            migrationBuilder.CreateTable(
                name: "zones",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    zone_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zones", x => new { x.wearer_id, x.from_utc });
                    table.ForeignKey(
                        name: "fk_zones_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Where wearers say they live, from when on. Written by WearerTable.");

            migrationBuilder.CreateTable(
                name: "import_batches",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    readings = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    utc_days = table.Column<DateOnly[]>(type: "date[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batches", x => new { x.wearer_id, x.import_id, x.attempt, x.batch });
                    table.ForeignKey(
                        name: "fk_import_batches_imports_wearer_id_import_id",
                        columns: x => new { x.wearer_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "wearer_id", "import_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_import_batches_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "Batches that are stored. Written by Ingesting in the transaction of the merge.");

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    wearer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    metric = table.Column<short>(type: "smallint", nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    utc_day = table.Column<DateOnly>(type: "date", nullable: false),
                    starts = table.Column<int[]>(type: "integer[]", nullable: false),
                    lengths = table.Column<int[]>(type: "integer[]", nullable: false),
                    values = table.Column<double[]>(type: "double precision[]", nullable: false),
                    versions = table.Column<int[]>(type: "integer[]", nullable: true),
                    hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => new { x.wearer_id, x.metric, x.source_id, x.utc_day });
                    table.ForeignKey(
                        name: "fk_readings_sources_wearer_id_source_id",
                        columns: x => new { x.wearer_id, x.source_id },
                        principalTable: "sources",
                        principalColumns: new[] { "wearer_id", "source_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_readings_wearers_wearer_id",
                        column: x => x.wearer_id,
                        principalTable: "wearers",
                        principalColumn: "wearer_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "All that devices ever said. Written by ReadingTable, only merged into.");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_wearer_id_day",
                table: "assessments",
                columns: new[] { "wearer_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_import_id",
                table: "imports",
                column: "import_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_state",
                table: "imports",
                column: "state",
                filter: "state in (0, 1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_readings_wearer_id_source_id",
                table: "readings",
                columns: new[] { "wearer_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_readings_wearer_id_utc_day",
                table: "readings",
                columns: new[] { "wearer_id", "utc_day" })
                .Annotation("Npgsql:IndexInclude", new[] { "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_sources_wearer_id_name",
                table: "sources",
                columns: new[] { "wearer_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wearers_current_zone",
                table: "wearers",
                column: "current_zone");

            migrationBuilder.CreateIndex(
                name: "ix_wearers_name",
                table: "wearers",
                column: "name",
                unique: true);

            Scripts.Run(migrationBuilder, "Initial.Access");
            Scripts.Run(migrationBuilder, "Initial.Views");
            Scripts.CreateSchedule(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop schema sched cascade; drop view day_rows; drop view reading_rows; drop table metrics;");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "analyzed_wearers");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "days");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "import_batches");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "summarized_days");

            migrationBuilder.DropTable(
                name: "trust_order");

            migrationBuilder.DropTable(
                name: "wearer_facts");

            migrationBuilder.DropTable(
                name: "zones");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "wearers");
        }
    }
}
