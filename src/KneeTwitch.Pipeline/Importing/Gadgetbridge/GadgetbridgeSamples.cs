using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>
/// Reads the tables with a row for a minute (some devices: an hour) of which the steps are those of that row. Of a table nobody described
/// the steps and the pulse are read, and the sleep is left.
/// </summary>
internal sealed class GadgetbridgeSamples(GadgetbridgeDatabase database)
{
    private const string MiBand = "MI_BAND_ACTIVITY_SAMPLE";
    private const string Huami = "HUAMI_EXTENDED_ACTIVITY_SAMPLE";
    private const string Xiaomi = "XIAOMI_ACTIVITY_SAMPLE";
    private const string Pebble = "PEBBLE_HEALTH_ACTIVITY_SAMPLE";
    private const string Colmi = "COLMI_ACTIVITY_SAMPLE";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Devices that use the app's own kinds.</summary>
    private static readonly string[] Plain = ["BANGLE", "PINE_TIME", "CASIO", "WITHINGS", "HYBRID", "FOSSIL", "WENA"];

    /// <summary>Sleep stands in tables of its own.</summary>
    private static readonly string[] Staged = [Xiaomi, Pebble, Colmi];

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in database.Tables.Where(table => table.EndsWith("ACTIVITY_SAMPLE", StringComparison.OrdinalIgnoreCase)))
        {
            if (!GadgetbridgeCounters.Is(table) && !GadgetbridgePairs.Is(table))
            {
                await foreach (var reading in ReadAsync(table.ToUpperInvariant(), cancel))
                {
                    yield return reading;
                }
            }
        }
    }

    private async IAsyncEnumerable<Reading> ReadAsync(string table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = database.Findings(table);
        GadgetbridgeMinutes? minutes = null;
        long? device = null;
        var isKnown = table is MiBand or Huami || Staged.Contains(table) || Plain.Any(name => table.StartsWith(name, StringComparison.Ordinal));
        TimeSpan? length = table is MiBand or Huami or Xiaomi or Pebble ? Minute : table is Colmi ? Quarter : null;
        await foreach (var row in database.RowsAsync(
            table, "order by DEVICE_ID, TIMESTAMP", cancel, "DEVICE_ID", "TIMESTAMP", "STEPS", "HEART_RATE", "RAW_KIND", "DEEP_SLEEP", "REM_SLEEP", "STRESS", "SPO2"))
        {
            findings.At++;
            if (minutes is null || row.Whole(0) != device)
            {
                minutes?.Finish();
                device = row.Whole(0);
                minutes = new GadgetbridgeMinutes(findings, database.Devices.Of(device), length, Longest);
            }

            if (database.Instant(row.Whole(1), findings) is { } at)
            {
                var kind = Kind(table, row.Whole(4), row.Whole(5), row.Whole(6), database.Devices.IsFirstMiBand(device), minutes.LastKind(at), isKnown);
                minutes.Add(at, row.Whole(2), row.Whole(3), kind);
                findings.Add(Metric.VendorStressScore, at, at, row.Number(7) is > 0 and <= 100 and var stress ? stress : null, minutes.Source);
                findings.Add(Metric.OxygenSaturationPercent, at, at, row.Number(8) is > 0 and <= 100 and var oxygen ? oxygen : null, minutes.Source);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        minutes?.Finish();
        if (!isKnown && findings.At > 0)
        {
            database.Context.Facts.LeftUnread($"{table}: sleep, of a device that is not known", findings.At);
        }

        foreach (var reading in findings.Take())
        {
            yield return reading;
        }
    }

    private static GadgetbridgeKind Kind(string table, long? raw, long? deep, long? rem, bool isFirstMiBand, GadgetbridgeKind last, bool isKnown) => raw switch
    {
        null or -1 => GadgetbridgeKind.Awake,
        { } kind when table is MiBand => GadgetbridgeKinds.IsMiBandCarry(kind) ? last : GadgetbridgeKinds.MiBand(kind, isFirstMiBand),
        { } kind when table is Huami => GadgetbridgeKinds.Huami(kind, deep, rem),
        { } kind when isKnown && !Staged.Contains(table) => GadgetbridgeKinds.Own(kind),
        _ => GadgetbridgeKind.Awake,
    };
}
