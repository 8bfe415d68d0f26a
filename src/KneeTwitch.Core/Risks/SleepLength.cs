using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R05: nights below what a consensus asks of adults, 7 hours [Watson2015], or of teens, 8.</summary>
internal static class SleepLength
{
    public const double WatchMinutes = 435, FlagMinutes = 420, StrongMinutes = 360, TeenMinutes = 60;

    /// <summary>Nights with less recorded time in bed say more about the device than about the sleeper.</summary>
    public const double InBedMinutesNeeded = 180;

    private const string MeanName = "sleep_mean_7_nights_minutes", LimitName = "sleep_limit_minutes";

    private static readonly double[] WeekMeanBelow = [420, 395, 350];

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R05",
        Key = "sleep-length",
        Name = "Sleep length",
        Version = "1",
        Looks = "Counts nights with less than 7 hours of sleep (8 hours from 14 to 17 years), naps included.",
        Formula = FormattableString.Invariant($"A night below {WatchMinutes}, {FlagMinutes}, {StrongMinutes} minutes of sleep: grade 1, 2, 3; the week's mean below {WeekMeanBelow[0]}, {WeekMeanBelow[1]}, {WeekMeanBelow[2]}. ")
            + FormattableString.Invariant($"Clean from {FlagMinutes} on. From 14 to 17 years {TeenMinutes} minutes more."),
        EvidenceTag = "N",
        Basis = "Adults need 7 hours or more by consensus [Watson2015]; devices count too much sleep [Chinoy2021]. Nothing on twitching.",
        Quality = "P",
        CannotSee = "How well you slept, lying awake that the device took for sleep, nights without the device.",
        Advice = ["S7"],
        Grade = (history, day, _) => Grade(history, day),
        BlockMeanBelow = _ => WeekMeanBelow,
        FirstSeen = history => Seen.First(history, Metric.SleepMinutes, Metric.InBedMinutes),
        Counts = "nights",
        Says = assessment => Wording.Of(assessment, "sleep", Pattern),
    };

    public static DayGrade Grade(History history, int day)
    {
        // Teens are graded by the adult numbers less their extra hour, so that a week that holds the 18th birthday has one yardstick.
        var extra = Ages.IsTeen(history.Wearer, history.DayAt(day)) ? TeenMinutes : 0;
        var mean = WeekMean(history, day);
        if (AsleepOn(history, day) is not { } asleep)
        {
            return DayGrade.NotKnown("sleep of this night is not known, or less than 3 hours in bed were recorded") with
            {
                Evidence = mean is null ? Evidence.None : Evidence.Of((MeanName, mean), (LimitName, FlagMinutes + extra)),
            };
        }

        var measure = asleep - extra;
        return new DayGrade
        {
            Grade = measure < StrongMinutes ? 3 : measure < FlagMinutes ? 2 : measure < WatchMinutes ? 1 : 0,
            IsClean = measure >= FlagMinutes,
            Measure = measure,
            Evidence = Evidence.Of(
                ("sleep_minutes", asleep),
                (MeanName, mean),
                (LimitName, FlagMinutes + extra),
                (BedtimeCaffeine.Name, BedtimeCaffeine.NightsOf7(history, day))),
        };
    }

    /// <summary>The night's minutes asleep; null where it is not known, or was hardly recorded.</summary>
    internal static double? AsleepOn(History history, int day)
    {
        if (history.Series(Metric.SleepMinutes)[day] is not { } asleep)
        {
            return null;
        }

        // A device that records no time in bed was at least in bed while asleep.
        var inBed = history.Series(Metric.InBedMinutes)[day] ?? asleep;
        return SixDecimals.Of(inBed) >= InBedMinutesNeeded ? SixDecimals.Of(asleep) : null;
    }

    private static double? WeekMean(History history, int day)
    {
        var (known, sum) = (0, 0.0);
        for (var night = Math.Max(day - 6, 0); night <= day; night++)
        {
            if (AsleepOn(history, night) is { } asleep)
            {
                known++;
                sum += asleep;
            }
        }

        return known > 0 ? sum / known : null;
    }

    private static string Pattern(Assessment assessment)
    {
        if (!assessment.Evidence.TryGetValue(MeanName, out var mean) || !assessment.Evidence.TryGetValue(LimitName, out var limit))
        {
            return Wording.CountOnly(assessment, "nights");
        }

        var (grade, below) = assessment.Level switch
        {
            3 => (3, limit - FlagMinutes + StrongMinutes),
            1 => (1, limit - FlagMinutes + WatchMinutes),
            _ => (2, limit),
        };
        return $"You slept less than {Wording.Hours(below)} {Wording.Count(assessment, grade, "nights")}; the average was {Wording.HoursAndMinutes(mean)}.{BedtimeCaffeine.Says(assessment.Evidence)}";
    }
}
