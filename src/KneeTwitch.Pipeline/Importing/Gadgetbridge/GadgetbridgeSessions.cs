using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>Reads when each device's nights began and ended, in order of time.</summary>
internal sealed class GadgetbridgeSessions(GadgetbridgeDatabase database)
{
    private const int MostSessions = 200_000;
    private const long SleepEvent = 74;

    private static readonly IReadOnlyDictionary<SleepStage, double> NoSums = new Dictionary<SleepStage, double>();

    /// <summary>From a table with a row a session, and the sums of its stages.</summary>
    internal async Task<Dictionary<long, IReadOnlyList<GadgetbridgeSession>>> OfTableAsync(string table, CancellationToken cancel)
    {
        var findings = database.Findings(table);
        var all = new List<(long Device, GadgetbridgeSession Session)>();
        await foreach (var row in database.RowsAsync(
            table, $"order by TIMESTAMP limit {MostSessions}", cancel, "DEVICE_ID", "TIMESTAMP", "WAKEUP_TIME", "DEEP_SLEEP_DURATION", "LIGHT_SLEEP_DURATION", "REM_SLEEP_DURATION", "AWAKE_DURATION", "TOTAL_DURATION"))
        {
            findings.At++;
            if (database.Instant(row.Whole(1), findings) is { } start && database.Instant(row.Whole(2), findings) is { } end)
            {
                double Seconds(int column) => row.Number(column) is > 0 and <= 1_440 and var minutes ? minutes * 60 : 0;

                var sums = new Dictionary<SleepStage, double>
                {
                    [SleepStage.Deep] = Seconds(3),
                    [SleepStage.Light] = Seconds(4),
                    [SleepStage.Rem] = Seconds(5),
                    [SleepStage.Awake] = Seconds(6),
                };
                if (sums[SleepStage.Deep] + sums[SleepStage.Light] + sums[SleepStage.Rem] == 0)
                {
                    sums = Seconds(7) > 0 ? new() { [SleepStage.Asleep] = Seconds(7) } : [];
                }

                all.Add((row.Whole(0) ?? 0, new GadgetbridgeSession(start, end, sums)));
            }
        }

        return ByDevice(all);
    }

    /// <summary>Garmin tells falling asleep and waking up as events of their own.</summary>
    internal async Task<Dictionary<long, IReadOnlyList<GadgetbridgeSession>>> OfEventsAsync(string table, CancellationToken cancel)
    {
        var findings = database.Findings(table);
        var all = new List<(long Device, GadgetbridgeSession Session)>();
        var asleep = new Dictionary<long, DateTimeOffset>();
        await foreach (var row in database.RowsAsync(table, $"where EVENT = {SleepEvent} order by TIMESTAMP limit {2 * MostSessions}", cancel, "DEVICE_ID", "TIMESTAMP", "EVENT", "EVENT_TYPE"))
        {
            findings.At++;
            if (database.Instant(row.Whole(1), findings) is { } at)
            {
                var device = row.Whole(0) ?? 0;
                if (row.Whole(3) is 0)
                {
                    asleep[device] = at;
                }
                else if (row.Whole(3) is 1 && asleep.Remove(device, out var since))
                {
                    all.Add((device, new GadgetbridgeSession(since, at, NoSums)));
                }
            }
        }

        return ByDevice(all);
    }

    private static Dictionary<long, IReadOnlyList<GadgetbridgeSession>> ByDevice(IEnumerable<(long Device, GadgetbridgeSession Session)> all) =>
        all.GroupBy(each => each.Device, each => each.Session).ToDictionary(group => group.Key, GadgetbridgeSession.Longest);
}
