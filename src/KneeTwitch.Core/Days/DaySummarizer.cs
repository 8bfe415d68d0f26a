using System.Numerics;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>
/// Turns a wearer's readings into days, one true number a metric: the only place that knows which readings belong to which day. Each day
/// depends on the readings of <see cref="UtcDaysNeeded"/> only, so a range of days comes out as its days one by one.
/// </summary>
public static class DaySummarizer
{
    /// <summary>Changes whenever the same readings would give other days, so that stored days are made anew.</summary>
    public const int Version = 5;

    /// <summary>Worn for this long, a day without a workout is known to be one [risk-factors 2].</summary>
    public const int HoursToKnowRest = 10;

    /// <summary>Readings of up to 25 hours, sessions of up to 24, and clocks up to 14 hours from UTC reach this far.</summary>
    private const int ReachDays = 2;

    private static readonly Metric[] SlotMetrics =
    [
        .. Metrics.All
            .Where(info => info.DayRule == DayRule.SlotSum && info.Metric != Metric.StandHours)
            .Select(info => info.Metric),
    ];

    /// <summary>The UTC days whose chunks the civil days from..to may depend on.</summary>
    public static (DateOnly First, DateOnly Last) UtcDaysNeeded(DateOnly from, DateOnly to) => (from.AddDays(-ReachDays), to.AddDays(ReachDays));

    /// <summary>The civil days that may change when readings that start on a UTC day do.</summary>
    public static (DateOnly First, DateOnly Last) DaysTouchedBy(DateOnly utcDay) => (utcDay.AddDays(-ReachDays), utcDay.AddDays(ReachDays));

    /// <summary>The civil days from..to in order; days without any data are left out.</summary>
    /// <param name="wearer">Whose days; age, sex and zones count.</param>
    /// <param name="trust">Which source is believed first.</param>
    /// <param name="chunks">In any order; chunks of one metric, source and UTC day are united. Those outside of <see cref="UtcDaysNeeded"/> change nothing.</param>
    /// <param name="from">First civil day.</param>
    /// <param name="to">Last civil day.</param>
    /// <param name="diary">What the wearer wrote down; null for nothing.</param>
    public static IReadOnlyList<DaySummary> Summarize(Wearer wearer, TrustOrder trust, IEnumerable<Chunk> chunks, DateOnly from, DateOnly to, DiaryLog? diary = null)
    {
        var readings = ReadingIndex.Of(chunks, trust);
        var written = diary ?? DiaryLog.Empty;
        if (readings.IsEmpty && written.Items.Count == 0)
        {
            return [];
        }

        var day = new Maker(wearer, readings, written);
        var days = new List<DaySummary>();
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (day.Of(date) is { } summary)
            {
                days.Add(summary);
            }
        }

        return days;
    }

    private sealed class Maker(Wearer wearer, ReadingIndex readings, DiaryLog diary)
    {
        private readonly SlotMerge slots = new(readings);
        private readonly VendorTotals vendors = new(readings);
        private readonly Nights nights = new(readings);
        private readonly UnionLog logs = new(readings);
        private readonly DailyMeans means = new(readings);
        private readonly RestingPulse resting = new(readings);
        private readonly KnownZeros zeros = new(readings);
        private readonly Sessions sessions = new(readings, wearer);

        internal DaySummary? Of(DateOnly date)
        {
            var day = DayFrame.Of(wearer.Zones, date);
            if (day.End == day.Start)
            {
                return null;
            }

            var values = new DayValues();
            var worn = WornHours.Of(readings, day);
            AddCounted(day, worn, values);
            var night = nights.Of(day);
            night?.Add(day, wearer.Zones, values);
            logs.Add(day, values);
            if (night?.Main is { } main)
            {
                logs.AddCaffeineAtBedtime(day, main.From, values);
            }

            vendors.Add(day, day.Share(worn), values);
            means.Add(day, night?.Main, values);
            resting.Add(day, night?.Main, values);
            DiaryDay.Add(diary, date, values);
            var said = zeros.CheckIn(day, diary, values);
            KnownZeros.Add(said, values);

            var workouts = sessions.Of(day, values[Metric.RestingHeartRateBpm]);
            var isRestKnown = BitOperations.PopCount(worn) >= HoursToKnowRest || said.HasFlag(CheckInItems.RestDay);
            Sessions.AddLegLoads(workouts, isRestKnown, said.HasFlag(CheckInItems.RestDay) ? 1 : day.Share(worn), values);
            var all = values.All;
            return all.Count > 0 || workouts.Count > 0
                ? new DaySummary { Day = date, Values = all, Sessions = workouts, Asleep = night?.Asleep ?? [], Notes = values.Notes }
                : null;
        }

        private void AddCounted(DayFrame day, ulong worn, DayValues values)
        {
            foreach (var metric in SlotMetrics)
            {
                if (slots.Of(metric, day) is { } sum)
                {
                    values.Measured(metric, sum.Value, day.Share(worn | sum.Hours), sum.From());
                }
            }

            if (StandHours.Of(readings, day) is { } stood)
            {
                values.Measured(Metric.StandHours, stood.Value, day.Share(worn | stood.Watched), stood.From);
            }

            if (worn != 0)
            {
                values.Measured(Metric.WornHours, BitOperations.PopCount(worn), 1, source: null, from: null);
            }
        }
    }
}
