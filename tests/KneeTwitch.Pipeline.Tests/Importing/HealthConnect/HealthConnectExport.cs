using System.Globalization;
using System.Text;
using KneeTwitch.Pipeline.Importing.HealthConnect;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthConnect;

/// <summary>Builds a database of Health Connect with the columns that Android gives it; times are UTC.</summary>
internal sealed class HealthConnectExport
{
    private const string Common =
        "row_id integer primary key autoincrement, uuid blob not null unique, last_modified_time integer, client_record_id text, client_record_version text, "
        + "device_info_id integer, app_info_id integer, recording_method integer, dedupe_hash blob unique";

    private readonly StringBuilder sql = new(
        """
        pragma user_version = 9;
        create table application_info_table (row_id integer primary key, package_name text not null unique, app_name text, app_icon blob, record_types_used text);
        create table device_info_table (row_id integer primary key, manufacturer text, model text, device_type integer);
        create table access_logs_table (row_id integer primary key, app_id integer);
        insert into application_info_table values (1, 'org.example.steps', 'Stepper', null, '1'), (2, 'org.example.ring', null, null, '1');
        insert into device_info_table values (1, 'Acme', 'Watch 5', 1), (2, 'google', 'Pixel4a', 2), (3, 'Acme', 'Acme Scale', 3);
        insert into access_logs_table values (1, 1);

        """);

    private readonly HashSet<string> tables = [];
    private int records;

    internal HealthConnectExport() => Table("steps_record_table", isInterval: true, "count");

    internal static long Ms(string time) => DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    internal HealthConnectExport Sql(string more)
    {
        sql.AppendLine(more);
        return this;
    }

    internal HealthConnectExport Interval(
        string table, string start, string end, string column = "", object? value = null, int? app = 1, int? device = 1, int method = 2, int? offset = 3_600, string changed = "2026-03-20 12:00", int? uuid = null)
    {
        Table(table, isInterval: true, column);
        return Row(table, $"start_time, end_time, start_zone_offset, end_zone_offset, local_date", $"{Ms(start)}, {Ms(end)}, {Null(offset)}, {Null(offset)}, {(Ms(start) + ((offset ?? 0) * 1_000L)) / 86_400_000}", column, value, app, device, method, changed, uuid);
    }

    internal HealthConnectExport Instant(string table, string time, string column, object? value, int? app = 1, int? device = 1, int method = 2, string changed = "2026-03-20 12:00", int? uuid = null)
    {
        Table(table, isInterval: false, column);
        return Row(table, "time, zone_offset, local_date", $"{Ms(time)}, 3600, {Ms(time) / 86_400_000}", column, value, app, device, method, changed, uuid);
    }

    internal HealthConnectExport Stage(int night, string start, string end, int type)
    {
        if (tables.Add("sleep_stages_table"))
        {
            Sql("create table sleep_stages_table (parent_key integer not null, stage_start_time integer not null, stage_end_time integer not null, stage_type integer not null);");
        }

        return Sql($"insert into sleep_stages_table values ({night}, {Ms(start)}, {Ms(end)}, {type});");
    }

    internal HealthConnectExport Pulse(int record, string time, int bpm)
    {
        if (tables.Add("heart_rate_record_series_table"))
        {
            Sql("create table heart_rate_record_series_table (parent_key integer, beats_per_minute integer, epoch_millis integer);");
        }

        return Sql($"insert into heart_rate_record_series_table values ({record}, {bpm}, {Ms(time)});");
    }

    internal byte[] Build() => SqliteFixture.Build(sql.ToString());

    internal Task<ReadExport.Result> ReadAsync() => SqliteFixture.ReadAsync(new HealthConnectExportReader(), sql.ToString());

    private static string Null(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private HealthConnectExport Row(string table, string timeColumns, string times, string columns, object? values, int? app, int? device, int method, string changed, int? uuid)
    {
        var id = uuid ?? ++records;
        var (more, told) = columns.Length == 0 ? ("", "") : ($", {columns}", string.Create(CultureInfo.InvariantCulture, $", {values ?? "null"}"));
        return Sql(
            $"insert into {table} (uuid, last_modified_time, app_info_id, device_info_id, recording_method, {timeColumns}{more}) "
            + $"values (x'{id:x32}', {Ms(changed)}, {Null(app)}, {Null(device)}, {method}, {times}{told});");
    }

    private void Table(string name, bool isInterval, string columns)
    {
        if (tables.Add(name))
        {
            var times = isInterval ? "start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer" : "time integer, zone_offset integer";
            var own = string.Concat(columns.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(column => $", {column} real"));
            Sql($"create table {name} ({Common}, {times}, local_date integer{own});");
        }
    }
}
