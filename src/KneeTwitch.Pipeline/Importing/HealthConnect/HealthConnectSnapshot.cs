using System.Runtime.CompilerServices;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>One database of Health Connect that is being read: its sources, what was read of it, and what was not.</summary>
internal sealed class HealthConnectSnapshot
{
    /// <summary>Several snapshots in one folder share this many records; beyond, two versions of an edited record both stay.</summary>
    private const int MostSeen = 2_000_000;

    private const int LongestName = 80;

    /// <summary>What every record has; its interval or instant follows.</summary>
    private static readonly string[] Common = ["uuid", "app_info_id", "device_info_id", "recording_method", "last_modified_time"];

    /// <summary>The database's own housekeeping, which says nothing of the wearer.</summary>
    private static readonly HashSet<string> Housekeeping = new(StringComparer.OrdinalIgnoreCase)
    {
        "access_logs_table", "activity_date_table", "android_metadata", "application_info_table", "change_log_request_table", "change_logs_table",
        "device_info_table", "migration_entity_table", "pre_migration_category_priority_table", "preference_table", "read_access_logs_table", "backup_change_token_table",
    };

    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid>? seen;
    private readonly SqliteFile file;
    private readonly ExportEntry entry;

    private HealthConnectSnapshot(SqliteFile file, ExportEntry entry, HealthConnectSources sources, ReadingContext context, HashSet<Guid>? seen)
    {
        (this.file, this.entry, this.seen) = (file, entry, seen);
        (Sources, Context) = (sources, context);
    }

    internal HealthConnectSources Sources { get; }

    internal ReadingContext Context { get; }

    /// <param name="seen">The records of newer snapshots, to be extended; null where there is only this one.</param>
    internal static async Task<HealthConnectSnapshot> OpenAsync(SqliteFile file, ExportEntry entry, ReadingContext context, HashSet<Guid>? seen, CancellationToken cancel)
    {
        await foreach (var row in file.RowsAsync("select user_version from pragma_user_version", cancel))
        {
            context.Facts.Version ??= row.Text(0);
        }

        return new HealthConnectSnapshot(file, entry, await HealthConnectSources.LoadAsync(file, cancel), context, seen);
    }

    /// <summary>The last change of any record; null where there is none, or where a clock was wrong.</summary>
    internal static async Task<DateTimeOffset?> LastChangeAsync(SqliteFile file, DateTimeOffset asOf, CancellationToken cancel)
    {
        DateTimeOffset? last = null;
        foreach (var table in (await file.TablesAsync(cancel)).Where(IsRecords).Order(StringComparer.Ordinal))
        {
            var select = await file.SelectAsync(table, cancel, "last_modified_time");
            await foreach (var row in file.RowsAsync($"select max(last_modified_time) from ({select})", cancel))
            {
                last = row.Whole(0) is { } changed && Moments.FromMilliseconds(changed) is { } at && at <= asOf && !(at <= last) ? at : last;
            }
        }

        return last;
    }

    internal RowFindings Findings(string table) => new($"{entry.Path}, {table}", hasLines: true, Context);

    /// <summary>Streams a table's records in their order; none where this version has no such table. Those that a newer snapshot holds are passed over.</summary>
    /// <param name="columns">Besides those that all records have; they come first in the row.</param>
    internal async IAsyncEnumerable<HealthConnectRecord> RecordsAsync(
        string table, RowFindings findings, string order, [EnumeratorCancellation] CancellationToken cancel, params IReadOnlyList<string> columns)
    {
        var known = await file.ColumnsAsync(table, cancel);
        string[] times = known.Contains("start_time") ? ["start_time", "end_time", "start_zone_offset"] : ["time", "time", "zone_offset"];
        if (await file.SelectAsync(table, cancel, [.. columns, .. Common, .. times, "local_date", "row_id"]) is not { } select)
        {
            yield break;
        }

        read.Add(table);
        await foreach (var row in file.RowsAsync($"{select} {order}", cancel))
        {
            findings.At++;
            var record = HealthConnectRecord.Of(row, columns.Count, Sources);
            if (IsNew(row.Bytes(columns.Count)))
            {
                if (record is { } good)
                {
                    yield return good;
                }
                else
                {
                    findings.Reject("a date that cannot be read");
                }
            }
        }
    }

    /// <summary>Streams a table that only belongs to records; null columns where they are missing, no rows where the table is.</summary>
    internal async IAsyncEnumerable<SqliteRow> PartsAsync(string table, string order, [EnumeratorCancellation] CancellationToken cancel, params IReadOnlyList<string> columns)
    {
        if (await file.SelectAsync(table, cancel, columns) is { } select)
        {
            read.Add(table);
            await foreach (var row in file.RowsAsync($"{select} {order}", cancel))
            {
                yield return row;
            }
        }
    }

    /// <summary>Streams the points of a series with app, device and way of recording of the record they belong to: in their order, by one look-up each.</summary>
    internal async IAsyncEnumerable<SqliteRow> SeriesAsync(string parents, string points, string value, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await file.TablesAsync(cancel);
        if (!tables.Contains(points) || !tables.Contains(parents)
            || !await file.HasAsync(points, cancel, "parent_key", "epoch_millis", value) || !await file.HasAsync(parents, cancel, "row_id"))
        {
            yield break;
        }

        read.UnionWith([parents, points]);
        var app = await ColumnAsync(parents, "app_info_id", cancel);
        var device = await ColumnAsync(parents, "device_info_id", cancel);
        var method = await ColumnAsync(parents, "recording_method", cancel);
        var sql = $"select s.epoch_millis, s.\"{value}\", {app}, {device}, {method} from \"{points}\" s left join \"{parents}\" p on p.row_id = s.parent_key";
        await foreach (var row in file.RowsAsync(sql, cancel))
        {
            yield return row;
        }
    }

    /// <summary>Names what has not been read, with its number of rows.</summary>
    internal async Task LeaveRestAsync(CancellationToken cancel)
    {
        foreach (var table in (await file.TablesAsync(cancel)).Except(read, StringComparer.OrdinalIgnoreCase).Except(Housekeeping, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            if (!table.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) && await file.CountAsync(table, cancel) is > 0 and var rows)
            {
                var name = table.Length <= LongestName && table.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_') ? table : "tables with strange names";
                Context.Facts.LeftUnread(HealthConnectWords.WhyUnread(name), rows);
            }
        }
    }

    private async Task<string> ColumnAsync(string table, string column, CancellationToken cancel) => await file.HasAsync(table, cancel, column) ? $"p.{column}" : "null";

    private bool IsNew(byte[]? uuid) => seen is null || uuid is not { Length: 16 } || (seen.Count < MostSeen ? seen.Add(new Guid(uuid, bigEndian: true)) : !seen.Contains(new Guid(uuid, bigEndian: true)));

    private static bool IsRecords(string table) =>
        table.EndsWith("_record_table", StringComparison.OrdinalIgnoreCase) || table.EndsWith("RecordTable", StringComparison.OrdinalIgnoreCase);
}
