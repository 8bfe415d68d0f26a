using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>
/// Reads the tables in which steps, distance and energy grow through the local day: each row is what was added since the row before, the
/// first of a day what was added since midnight.
/// </summary>
internal sealed class GadgetbridgeCounters(GadgetbridgeDatabase database)
{
    private const string Garmin = "GARMIN_ACTIVITY_SAMPLE";
    private const string Cmf = "CMF_ACTIVITY_SAMPLE";

    /// <summary>Nobody burns that many kilocalories in a day by moving: such numbers are small calories.</summary>
    private const double MostKcalADay = 20_000;

    private static readonly (string Table, string Column, Metric Metric, double Factor)[] Columns =
    [
        (Garmin, "STEPS", Metric.Steps, 1), (Garmin, "DISTANCE_CM", Metric.DistanceM, 0.01), (Garmin, "ACTIVE_CALORIES", Metric.ActiveEnergyKcal, 1),
        (Cmf, "STEPS", Metric.Steps, 1), (Cmf, "DISTANCE", Metric.DistanceM, 1),
    ];

    internal static bool Is(string table) => table.Equals(Garmin, StringComparison.OrdinalIgnoreCase) || table.Equals(Cmf, StringComparison.OrdinalIgnoreCase);

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in (string[])[Garmin, Cmf])
        {
            var columns = Columns.Where(column => column.Table == table).ToArray();
            var findings = database.Findings(table);
            var isSmall = await database.MostAsync(table, "ACTIVE_CALORIES", cancel) > MostKcalADay;
            var counters = new Counter[columns.Length];
            long? device = null;
            await foreach (var row in database.RowsAsync(
                table, "order by DEVICE_ID, TIMESTAMP", cancel, ["DEVICE_ID", "TIMESTAMP", "HEART_RATE", .. columns.Select(column => column.Column)]))
            {
                if (findings.At++ == 0 || row.Whole(0) != device)
                {
                    device = row.Whole(0);
                    var source = database.Devices.Of(device);
                    counters = [.. columns.Select(column => new Counter(column.Metric, column.Metric is Metric.ActiveEnergyKcal && isSmall ? 0.001 : column.Factor, source, findings))];
                }

                if (database.Instant(row.Whole(1), findings) is { } at)
                {
                    findings.Add(Metric.HeartRateBpm, at, at, GadgetbridgeMinutes.Pulse(row.Whole(2)), database.Devices.Of(device));
                    for (var i = 0; i < columns.Length; i++)
                    {
                        counters[i].Add(at, row.Number(3 + i));
                    }
                }

                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }
    }

    private sealed class Counter(Metric metric, double factor, Source source, RowFindings findings)
    {
        /// <summary>A counter that stood still for longer may have been in a drawer.</summary>
        private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

        private (DateTimeOffset At, double Value, DateOnly Day)? last;

        internal void Add(DateTimeOffset at, double? value)
        {
            if (value is not (>= 0 and var total))
            {
                return;
            }

            // At midnight sharp the counter still holds the day that ends.
            var zones = findings.Context.Zones;
            var day = zones.DayOf(at.AddTicks(-1));
            if (last is { } known && total < known.Value && day == known.Day && zones.StartOf(day.AddDays(1)) == at)
            {
                day = day.AddDays(1);
            }

            var isGoingOn = last is { } before && before.Day == day && total >= before.Value;
            var since = isGoingOn || (last is { } same && same.Day == day) ? last?.At ?? at : zones.StartOf(day);
            var added = isGoingOn ? total - (last?.Value ?? 0) : total;
            if (added > 0 || (isGoingOn && metric is Metric.Steps && at - since <= LongestRest))
            {
                var minutes = Math.Max(1, (at - since).TotalMinutes);
                if (metric is Metric.Steps && added > GadgetbridgeMinutes.MostStepsPerMinute * minutes)
                {
                    findings.Reject("more than 300 steps a minute: the rest was cut off");
                    added = GadgetbridgeMinutes.MostStepsPerMinute * minutes;
                }

                findings.Add(metric, since, at, added * factor, source);
            }

            last = (at, total, day);
        }
    }
}
