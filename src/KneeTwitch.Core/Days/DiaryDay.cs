using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The numbers that the diary gives a day. What was rated in a check-in counts before what an app logged of the same.</summary>
internal static class DiaryDay
{
    /// <summary>There, and how bad was not said: as symptoms are kept.</summary>
    private const double Unrated = -1;

    internal static void Add(DiaryLog diary, DateOnly day, DayValues values)
    {
        var entries = diary.On(day).ToList();
        if (entries.Count == 0)
        {
            return;
        }

        var checkIn = diary.CheckInOn(day);
        var from = Names(entries.Where(entry => entry.What is CheckIn));
        if (checkIn is not null)
        {
            AddRating(Metric.StressScore, checkIn.Stress, from, values);
            AddRating(Metric.SorenessLeftScore, checkIn.SorenessLeft, from, values);
            AddRating(Metric.SorenessRightScore, checkIn.SorenessRight, from, values);
            AddRating(Metric.ThirstScore, checkIn.Thirst, from, values);
            AddRating(Metric.UrineColourGrade, checkIn.UrineColour, from, values);
            AddRating(Metric.NicotineUnits, checkIn.NicotineUnits, from, values);
        }

        AddSymptoms(entries, values);
        AddTwitches(entries, checkIn?.HasTwitched, values);
    }

    private static void AddRating(Metric metric, double? value, string from, DayValues values)
    {
        if (value is { } said)
        {
            values.Measured(metric, said, 1, from);
        }
    }

    private static void AddSymptoms(List<DiaryItem<DiaryFact>> entries, DayValues values)
    {
        var symptoms = entries
            .Where(entry => entry.What is Symptom { Metric: not null })
            .GroupBy(entry => ((Symptom)entry.What).Metric);
        foreach (var same in symptoms)
        {
            var worst = same.Max(entry => ((Symptom)entry.What).Severity ?? Unrated);
            if (same.Key is { } metric && (values[metric] is not { } known || worst > known))
            {
                values.Measured(metric, worst, 1, Names(same));
            }
        }
    }

    /// <summary>
    /// Episodes count; "yes" without one near the knee is one there, which is what the check-in asks about; "no" without any is a known zero.
    /// An episode elsewhere makes the zero near the knee known as well, being another entry of that log [risk-factors 2].
    /// </summary>
    private static void AddTwitches(List<DiaryItem<DiaryFact>> entries, bool? said, DayValues values)
    {
        var twitches = entries.Where(entry => entry.What is Twitch).ToList();
        if (twitches.Count == 0 && said is null)
        {
            return;
        }

        var near = twitches.Where(entry => Places.IsNearKnee(((Twitch)entry.What).Place)).ToList();
        var checkIns = entries.Where(entry => entry.What is CheckIn).ToList();
        var (all, knee) = said is true ? (twitches.Count > 0 ? twitches : checkIns, near.Count > 0 ? near : checkIns) : (twitches, near);
        AddCount(Metric.TwitchEpisodes, said is true ? Math.Max(1, twitches.Count) : twitches.Count, Names(all), values);
        AddCount(Metric.KneeTwitchEpisodes, said is true ? Math.Max(1, near.Count) : near.Count, Names(knee), values);
    }

    private static void AddCount(Metric metric, int count, string from, DayValues values)
    {
        if (count == 0)
        {
            values.KnownZero(metric, 1);
        }
        else
        {
            values.Measured(metric, count, 1, from);
        }
    }

    private static string Names(IEnumerable<DiaryItem<DiaryFact>> entries) =>
        string.Join(" + ", entries.Select(entry => entry.Entry.Source.Name).Distinct().Order(StringComparer.Ordinal));
}
