using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>Reads Pebble's sleeps and naps. Deep sleep is a row of its own that lies inside them, so that it is cut out of the rest.</summary>
internal sealed class GadgetbridgeOverlays(GadgetbridgeDatabase database)
{
    private const string Table = "PEBBLE_HEALTH_ACTIVITY_OVERLAY";
    private const int MostRows = 1_000_000;

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = database.Findings(Table);
        var night = new List<(DateTimeOffset Start, DateTimeOffset End, bool IsDeep)>();
        GadgetbridgeNights? nights = null;
        long? device = null;
        DateTimeOffset until = default;
        await foreach (var row in database.RowsAsync(
            Table, $"order by DEVICE_ID, TIMESTAMP_FROM, TIMESTAMP_TO desc limit {MostRows}", cancel, "DEVICE_ID", "TIMESTAMP_FROM", "TIMESTAMP_TO", "RAW_KIND"))
        {
            findings.At++;
            if (nights is null || row.Whole(0) != device)
            {
                Cut(night, nights);
                nights?.Close();
                device = row.Whole(0);
                nights = new GadgetbridgeNights(findings, database.Devices.Of(device));
            }

            if (row.Whole(3) is not (>= 1 and <= 4 and var kind))
            {
                database.Context.Facts.LeftUnread($"{Table}: walks and runs");
            }
            else if (database.Instant(row.Whole(1), findings) is { } start && database.Instant(row.Whole(2), findings) is { } end && end > start)
            {
                if (night.Count > 0 && start >= until)
                {
                    Cut(night, nights);
                }

                until = night.Count > 0 && until > end ? until : end;
                night.Add((start, end, kind is 2 or 4));
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        Cut(night, nights);
        nights?.Close();
        foreach (var reading in findings.Take())
        {
            yield return reading;
        }
    }

    /// <summary>Hands on stretches that overlap, deep sleep cut out of the sleep around it.</summary>
    private static void Cut(List<(DateTimeOffset Start, DateTimeOffset End, bool IsDeep)> night, GadgetbridgeNights? nights)
    {
        if (night.Count == 0)
        {
            return;
        }

        var deep = night.Where(part => part.IsDeep).ToList();
        var next = 0;
        DateTimeOffset? at = null;
        foreach (var (start, end, _) in night.Where(part => !part.IsDeep).DefaultIfEmpty(night[0]))
        {
            at = at > start ? at : start;
            while (next < deep.Count && deep[next].Start < end)
            {
                nights?.Add(at.Value, deep[next].Start, SleepStage.Light);
                nights?.Add(deep[next].Start, deep[next].End < end ? deep[next].End : end, SleepStage.Deep);
                at = deep[next].End > at ? deep[next].End : at;
                next++;
            }

            nights?.Add(at.Value, end, SleepStage.Light);
        }

        night.Clear();
    }
}
