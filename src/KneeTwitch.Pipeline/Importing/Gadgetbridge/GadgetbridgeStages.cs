using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>
/// Reads the tables of stages, with the sessions that they lie in. A stage's time is its start for one vendor, its end for another, and a third one adds how
/// long it was.
/// </summary>
internal sealed class GadgetbridgeStages(GadgetbridgeDatabase database)
{
    /// <summary>A stage that is told longer than this is one whose end got lost.</summary>
    private static readonly TimeSpan LongestStage = TimeSpan.FromHours(4);

    private enum Stamp
    {
        Start,
        End,
        StartAndSeconds,
        StartAndMinutes,
    }

    private static readonly (string Stages, string Sessions, Stamp Stamp, Func<long?, SleepStage?> Stage)[] Vendors =
    [
        ("XIAOMI_SLEEP_STAGE_SAMPLE", "XIAOMI_SLEEP_TIME_SAMPLE", Stamp.Start, GadgetbridgeKinds.Xiaomi),
        ("GARMIN_SLEEP_STAGE_SAMPLE", "GARMIN_EVENT_SAMPLE", Stamp.End, GadgetbridgeKinds.Garmin),
        ("CMF_SLEEP_STAGE_SAMPLE", "CMF_SLEEP_SESSION_SAMPLE", Stamp.StartAndSeconds, GadgetbridgeKinds.Cmf),
        ("COLMI_SLEEP_STAGE_SAMPLE", "COLMI_SLEEP_SESSION_SAMPLE", Stamp.StartAndMinutes, GadgetbridgeKinds.Colmi),
    ];

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = new GadgetbridgeSessions(database);
        foreach (var (stages, sessionTable, stamp, stageOf) in Vendors)
        {
            var findings = database.Findings(stages);
            var sessions = stamp is Stamp.End ? await reader.OfEventsAsync(sessionTable, cancel) : await reader.OfTableAsync(sessionTable, cancel);
            var told = new HashSet<long>();
            GadgetbridgeNights? nights = null;
            var (device, previous) = (0L, ((DateTimeOffset At, SleepStage? Stage)?)null);
            await foreach (var row in database.RowsAsync(stages, "order by DEVICE_ID, TIMESTAMP", cancel, "DEVICE_ID", "TIMESTAMP", "STAGE", "DURATION"))
            {
                findings.At++;
                if (nights is null || (row.Whole(0) ?? 0) != device)
                {
                    Last(nights, stamp, previous, sessions.GetValueOrDefault(device, []));
                    nights?.Finish();
                    (device, previous) = (row.Whole(0) ?? 0, null);
                    told.Add(device);
                    nights = new GadgetbridgeNights(findings, database.Devices.Of(device), sessions.GetValueOrDefault(device));
                }

                if (database.Instant(row.Whole(1), findings) is { } at)
                {
                    var stage = stageOf(row.Whole(2));
                    if (Stretch(stamp, at, stage, row, previous, sessions.GetValueOrDefault(device, [])) is var (start, end, what))
                    {
                        nights.Add(start, end, what);
                    }

                    previous = (at, stage);
                }

                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }

            Last(nights, stamp, previous, sessions.GetValueOrDefault(device, []));
            nights?.Finish();
            foreach (var (id, without) in sessions.Where(session => !told.Contains(session.Key)).OrderBy(session => session.Key))
            {
                new GadgetbridgeNights(findings, database.Devices.Of(id), without).Finish();
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>The stretch that a row tells; where rows are starts, it is the row before that is known now.</summary>
    private static (DateTimeOffset Start, DateTimeOffset End, SleepStage? Stage)? Stretch(
        Stamp stamp, DateTimeOffset at, SleepStage? stage, SqliteRow row, (DateTimeOffset At, SleepStage? Stage)? previous, IReadOnlyList<GadgetbridgeSession> sessions)
    {
        switch (stamp)
        {
            case Stamp.StartAndSeconds or Stamp.StartAndMinutes:
                var seconds = row.Number(3) * (stamp is Stamp.StartAndMinutes ? 60 : 1);
                return seconds > 0 && seconds <= LongestStage.TotalSeconds ? (at, at.AddSeconds(seconds.Value), stage) : null;
            case Stamp.End:
                var begin = Before(sessions, at) is { } session && at - session.Start <= LongestStage ? session.Start : (DateTimeOffset?)null;
                var from = previous is { } before && at - before.At <= LongestStage && !(begin > before.At) ? before.At : begin;
                return from is { } start ? (start, at, stage) : null;
            default:
                return previous is { } begun && End(begun.At, sessions, at) is var end && end - begun.At <= LongestStage ? (begun.At, end, begun.Stage) : null;
        }
    }

    /// <summary>The last stage lasts until the session ends.</summary>
    private static void Last(GadgetbridgeNights? nights, Stamp stamp, (DateTimeOffset At, SleepStage? Stage)? previous, IReadOnlyList<GadgetbridgeSession> sessions)
    {
        if (stamp is Stamp.Start && previous is { } begun && End(begun.At, sessions, begun.At) is var end && end - begun.At <= LongestStage)
        {
            nights?.Add(begun.At, end, begun.Stage);
        }
    }

    private static DateTimeOffset End(DateTimeOffset start, IReadOnlyList<GadgetbridgeSession> sessions, DateTimeOffset next)
    {
        var wake = At(sessions, start)?.End;
        return wake is { } end && (end < next || next == start) ? end : next;
    }

    /// <summary>The session that an instant lies in.</summary>
    private static GadgetbridgeSession? At(IReadOnlyList<GadgetbridgeSession> sessions, DateTimeOffset at) =>
        Before(sessions, at.AddTicks(1)) is { } session && session.End > at ? session : null;

    /// <summary>The last session that began before an instant.</summary>
    private static GadgetbridgeSession? Before(IReadOnlyList<GadgetbridgeSession> sessions, DateTimeOffset at)
    {
        var (low, high) = (0, sessions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sessions[middle].Start < at ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? sessions[low - 1] : null;
    }
}
