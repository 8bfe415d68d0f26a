using System.Runtime.CompilerServices;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>One database of Gadgetbridge that is being read: its devices, what was read of it, and what was not.</summary>
internal sealed class GadgetbridgeDatabase
{
    private const int LongestName = 80;

    /// <summary>Before, no such device existed: its clock was not set.</summary>
    private static readonly DateTimeOffset First = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>The birthday of whoever never set one; sex and all else are then the app's as well.</summary>
    private static readonly DateOnly DefaultBirthday = new(2000, 1, 1);

    /// <summary>Settings, contacts and batteries: nothing of the wearer's body.</summary>
    private static readonly HashSet<string> Housekeeping = new(StringComparer.OrdinalIgnoreCase)
    {
        "ACTIVITY_DESC_TAG_LINK", "ACTIVITY_DESCRIPTION", "ALARM", "android_metadata", "APP_SPECIFIC_NOTIFICATION_SETTING", "BATTERY_LEVEL", "CALENDAR_SYNC_STATE", "CONTACT",
        "DEVICE", "DEVICE_ATTRIBUTES", "NOTIFICATION_FILTER", "NOTIFICATION_FILTER_ENTRY", "PENDING_FILE", "REMINDER", "TAG", "USER", "USER_ATTRIBUTES", "WORLD_CLOCK",
    };

    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);
    private readonly SqliteFile file;
    private readonly ExportEntry entry;

    private GadgetbridgeDatabase(SqliteFile file, ExportEntry entry, GadgetbridgeDevices devices, IReadOnlyList<string> tables, ReadingContext context)
    {
        (this.file, this.entry) = (file, entry);
        (Devices, Tables, Context) = (devices, tables, context);
    }

    internal GadgetbridgeDevices Devices { get; }

    /// <summary>The names of all tables, in a stable order. Most belong to devices that the wearer never had.</summary>
    internal IReadOnlyList<string> Tables { get; }

    internal ReadingContext Context { get; }

    internal static async Task<GadgetbridgeDatabase> OpenAsync(SqliteFile file, ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        await foreach (var row in file.RowsAsync("select user_version from pragma_user_version", cancel))
        {
            context.Facts.Version ??= row.Text(0);
        }

        string[] tables = [.. (await file.TablesAsync(cancel)).Order(StringComparer.Ordinal)];
        var database = new GadgetbridgeDatabase(file, entry, await GadgetbridgeDevices.LoadAsync(file, cancel), tables, context);
        await database.ReadUserAsync(cancel);
        return database;
    }

    internal RowFindings Findings(string table) => new($"{entry.Path}, {table}", hasLines: true, Context);

    /// <summary>Streams a table; null columns where this version does not have them, no rows where it has no such table.</summary>
    internal async IAsyncEnumerable<SqliteRow> RowsAsync(string table, string order, [EnumeratorCancellation] CancellationToken cancel, params IReadOnlyList<string> columns)
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

    internal Task<bool> HasAsync(string table, string column, CancellationToken cancel) => file.HasAsync(table, cancel, column);

    /// <summary>The largest value of a column; null where there is none.</summary>
    internal async Task<double?> MostAsync(string table, string column, CancellationToken cancel)
    {
        if (await file.SelectAsync(table, cancel, column) is { } select)
        {
            await foreach (var row in file.RowsAsync($"select max(\"{column}\") from ({select})", cancel))
            {
                return row.Number(0);
            }
        }

        return null;
    }

    /// <summary>Seconds or milliseconds, told apart by their size; null after a reject of what no clock that was set can have said.</summary>
    internal DateTimeOffset? Instant(long? stamp, RowFindings findings)
    {
        var at = stamp is > 0 and < 100_000_000_000_000 ? Moments.Epoch(stamp) : null;
        if (at >= First && at <= Context.ExportedAt + Ahead)
        {
            return at;
        }

        findings.Reject("a time before 2010 or after the export: the clock of the device was not set");
        return null;
    }

    /// <summary>Names what has not been read, with its number of rows.</summary>
    internal async Task LeaveRestAsync(CancellationToken cancel)
    {
        foreach (var table in Tables.Except(read, StringComparer.OrdinalIgnoreCase).Except(Housekeeping, StringComparer.OrdinalIgnoreCase))
        {
            if (!table.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) && await file.CountAsync(table, cancel) is > 0 and var rows)
            {
                var isPlain = table.Length <= LongestName && table.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_');
                Context.Facts.LeftUnread(isPlain ? table : "tables with strange names", rows);
            }
        }
    }

    private async Task ReadUserAsync(CancellationToken cancel)
    {
        await foreach (var row in RowsAsync("USER", "order by _id desc limit 1", cancel, "_id", "BIRTHDAY", "GENDER"))
        {
            // Birthdays are midnights of the wearer's zone: half a day later it is that date everywhere near.
            if (row.Whole(1) is not { } milliseconds || Math.Abs(milliseconds) > 10_000_000_000_000)
            {
                continue;
            }

            var birthday = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).AddHours(12).UtcDateTime);
            if (birthday != DefaultBirthday && birthday.Year is >= 1900 and < 2100)
            {
                Context.Facts.BirthYear = birthday.Year;
                Context.Facts.Sex = row.Whole(2) switch
                {
                    0 => Sex.Female,
                    1 => Sex.Male,
                    _ => Sex.Unknown,
                };
            }
        }
    }
}
