using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R01: the legs' last week against the habit of the weeks before. Says that load changed, never that an injury is near.</summary>
/// <remarks>
/// While a flag stands, everything that stands for the habit is frozen together: the chronic load, the usual weekly sums, and the minutes that
/// make somebody a new starter.
/// </remarks>
internal static class TrainingLoad
{
    public const int DaysNeeded = 42, StarterDaysNeeded = 20, SpikeDays = 3;
    public const double StarterMinutesADay = 10;

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R01",
        Key = "training-load",
        Name = "Training load",
        Version = "1",
        Looks = "Compares the leg load of the last week, and each single session, with the habit of the weeks before.",
        Formula = "The week's load over the habit from 1.30, 1.50, 2.00 on: grade 1, 2, 3; 2 and 3 need a 7-day sum 2 and 3 spreads above the usual. "
            + "A session above 1.10, 1.30, 2.00 times the largest of its sport in 30 days: grade 1, 2, 3. New starters: 150, 210, 300 leg minutes in 7 days.",
        EvidenceTag = "B",
        Basis = "Twitching after exercise [Simon2013]; load change [Gabbett2016] [Williams2017], heavily criticised as a ratio [Impellizzeri2021] [Lolli2019]; session spikes [Frandsen2025].",
        Quality = "D/P",
        CannotSee = "Sport that was not recorded, manual labour, heat, a planned camp or taper.",
        Advice = ["S5"],
        Grade = Grade,
        IsPersonal = true,
        FirstSeen = history => Seen.First(history, Metric.LegMinutes, Metric.LegLoadRpe, Metric.LegLoadEdwards, Metric.LegLoadBanister, Metric.LegLoadKcal),
        Says = Says,
    };

    /// <summary>The day's grade: the largest of weekly load (a) or, for a new starter, weekly minutes (c), and session spike (b).</summary>
    /// <param name="history">The wearer's days.</param>
    /// <param name="day">Index of the day.</param>
    /// <param name="baselineDay">Index of the day whose habit counts.</param>
    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        var loads = LegLoads.Of(history);
        var known = loads.MethodOn(day) is { } current ? Math.Max(loads.By(current).KnownDays[day], loads.KnownMinutes[day]) : loads.KnownMinutes[day];
        if (known < DaysNeeded)
        {
            return DayGrade.NotKnown(string.Create(CultureInfo.InvariantCulture, $"leg load is known on {known} of {DaysNeeded} days"));
        }

        var spike = SpikeAround(loads, day);
        int? spikeGrade = spike is { } ratio && SessionSpikes.Grade(ratio) is > 0 and var reached ? reached : null;
        var week = IsNewStarter(loads, baselineDay) ? Starter(loads, day) : Ratio(loads, day, baselineDay);
        if (week.Grade is null && spikeGrade is null)
        {
            return week;
        }

        return new DayGrade
        {
            Grade = Math.Max(week.Grade ?? 0, spikeGrade ?? 0),
            IsClean = spikeGrade is not null ? false : week.IsClean,
            Evidence = Evidence.Join(week.Evidence, ("session_spike_ratio", spike)),
        };
    }

    /// <summary>Formula a: R from 1.30, 1.50 and 2.00 on; 2 and 3 need z7 of 2 and 3 as well.</summary>
    private static DayGrade Ratio(LegLoads loads, int day, int baselineDay)
    {
        if (loads.MethodOn(day) is not { } method)
        {
            return DayGrade.NotKnown("none of exertion, heart rate and energy is known for most of the leg sessions");
        }

        var series = loads.By(method);
        if (series.Loads[day] is null || series.KnownDays[day] < DaysNeeded)
        {
            return DayGrade.NotKnown("the leg load of this day is not known");
        }

        var chronic = baselineDay >= 7 ? series.Chronic[baselineDay - 7] : null;
        if (series.Acute[day] is not { } acute || chronic is not { } habit || SixDecimals.Of(habit) <= 0)
        {
            return DayGrade.NotKnown("there is no habit of leg load to compare with");
        }

        var usual = Baseline.OfWeeklySums(series.WeekSums, baselineDay);
        var z7 = series.WeekSums[day] is { } sum ? usual?.Z(sum) : null;
        var ratio = SixDecimals.Of(acute / habit);
        return new DayGrade
        {
            Grade = ratio >= 2.00 && z7 >= 3 ? 3 : ratio >= 1.50 && z7 >= 2 ? 2 : ratio >= 1.30 ? 1 : 0,
            IsClean = ratio < 1.30,
            Evidence = Evidence.Of(
                ("load_ratio", ratio),
                ("acute_load", acute),
                ("chronic_load", habit),
                ("load_7_days", series.WeekSums[day]),
                ("usual_load_7_days", usual?.Median),
                ("load_7_days_z", z7),
                ("load_method", (double)method)),
        };
    }

    /// <summary>Formula c: leg minutes of the week from 150, 210 and 300 on.</summary>
    private static DayGrade Starter(LegLoads loads, int day)
    {
        if (loads.Minutes[day] is null || loads.WeekMinutes[day] is not { } week)
        {
            return DayGrade.NotKnown("the leg minutes of this week are not known");
        }

        var minutes = SixDecimals.Of(week);
        return new DayGrade
        {
            Grade = minutes >= 300 ? 3 : minutes >= 210 ? 2 : minutes >= 150 ? 1 : 0,
            IsClean = minutes < 150,
            Evidence = Evidence.Of(("leg_minutes_7_days", minutes)),
        };
    }

    /// <summary>Fewer than 10 leg minutes a day on average from t-34 to t-7, of at least 20 known days.</summary>
    private static bool IsNewStarter(LegLoads loads, int baselineDay)
    {
        var (known, sum) = (0, 0.0);
        for (var day = Math.Max(baselineDay - 34, 0); day <= baselineDay - 7; day++)
        {
            known += loads.Minutes[day] is null ? 0 : 1;
            sum += loads.Minutes[day] ?? 0;
        }

        return known >= StarterDaysNeeded && SixDecimals.Of(sum / known) < StarterMinutesADay;
    }

    private static double? SpikeAround(LegLoads loads, int day)
    {
        double? largest = null;
        for (var before = Math.Max(day - SpikeDays + 1, 0); before <= day; before++)
        {
            largest = loads.Spikes[before] is { } spike ? Math.Max(spike, largest ?? 0) : largest;
        }

        return largest;
    }

    private static string Says(Assessment assessment) => Wording.Of(assessment, "training load", TrainingLoadWords.Of);
}
