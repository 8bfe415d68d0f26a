using System.Globalization;
using System.Text;
using KneeTwitch.Pipeline.Importing.Gadgetbridge;

namespace KneeTwitch.Pipeline.Tests.Importing.Gadgetbridge;

/// <summary>Builds a database of Gadgetbridge; times are UTC.</summary>
internal sealed class GadgetbridgeExport
{
    private readonly StringBuilder sql = new(
        """
        pragma user_version = 92;
        create table USER (_id integer primary key, NAME text, BIRTHDAY integer, GENDER integer);
        create table USER_ATTRIBUTES (_id integer primary key, HEIGHT_CM integer, WEIGHT_KG integer, VALID_FROM_UTC integer);
        create table DEVICE (_id integer primary key, NAME text, MANUFACTURER text, IDENTIFIER text, TYPE integer, TYPE_NAME text, MODEL text, ALIAS text);
        create table BATTERY_LEVEL (TIMESTAMP integer, DEVICE_ID integer, LEVEL integer);
        create table BASE_ACTIVITY_SUMMARY (_id integer primary key, NAME text, START_TIME integer, END_TIME integer, ACTIVITY_KIND integer, DEVICE_ID integer, USER_ID integer, SUMMARY_DATA text, RAW_SUMMARY_DATA blob);
        insert into BATTERY_LEVEL values (1773129600, 1, 80);
        insert into USER_ATTRIBUTES values (1, 175, 70, null);

        """);

    private readonly HashSet<string> tables = [];

    internal GadgetbridgeExport(string typeName = "MIBAND5") => Device(1, "Mi Smart Band 5", "AA:BB:CC:00:11:22", typeName);

    internal static long Seconds(string time) => DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    internal static long Ms(string time) => Seconds(time) * 1_000;

    internal GadgetbridgeExport Sql(string more)
    {
        sql.AppendLine(more);
        return this;
    }

    internal GadgetbridgeExport Device(int id, string name, string address, string typeName = "AMAZFITBIP") =>
        Sql($"insert into DEVICE values ({id}, '{name}', 'Acme', '{address}', 11, '{typeName}', null, null);");

    /// <summary>A row of any table of samples; the table is made with the columns of its first row.</summary>
    internal GadgetbridgeExport Row(string table, string time, string columns, string values, int device = 1, bool isSeconds = true)
    {
        if (tables.Add(table))
        {
            Sql($"create table {table} (TIMESTAMP integer not null, DEVICE_ID integer not null, USER_ID integer not null, {columns}, primary key (TIMESTAMP, DEVICE_ID) on conflict replace);");
        }

        return Sql($"insert into {table} (TIMESTAMP, DEVICE_ID, USER_ID, {columns}) values ({(isSeconds ? Seconds(time) : Ms(time))}, {device}, 1, {values});");
    }

    /// <summary>So many minutes of one kind.</summary>
    internal GadgetbridgeExport Minutes(string table, string from, int count, string columns, string values, int device = 1)
    {
        var start = DateTimeOffset.Parse(from + "Z", CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            Row(table, start.AddMinutes(i).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), columns, values, device);
        }

        return this;
    }

    internal GadgetbridgeExport Workout(string from, string to, long kind, string? summary = null) =>
        Sql($"insert into BASE_ACTIVITY_SUMMARY (START_TIME, END_TIME, ACTIVITY_KIND, DEVICE_ID, SUMMARY_DATA) values ({Ms(from)}, {Ms(to)}, {kind}, 1, {(summary is null ? "null" : $"'{summary}'")});");

    internal byte[] Build() => SqliteFixture.Build(sql.ToString());

    internal Task<ReadExport.Result> ReadAsync() => SqliteFixture.ReadAsync(new GadgetbridgeExportReader(), sql.ToString(), "Gadgetbridge");
}
