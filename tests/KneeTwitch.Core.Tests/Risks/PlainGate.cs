using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Tests.Risks;

/// <summary>The gate once more, written as the rule reads: whole lists, loops over days, no state. What <see cref="Gate"/> is checked against.</summary>
internal static class PlainGate
{
    public static List<(int Level, string? Reason)> Run(IReadOnlyList<DayGrade> days, double[]? meanBelow)
    {
        var results = new List<(int Level, string? Reason)>();
        var (level, withoutStrong) = (0, 0);
        for (var t = 0; t < days.Count; t++)
        {
            var supported = Supported(days, t, meanBelow);
            var before = level;
            withoutStrong = before < 3 || supported == 3 ? 0 : withoutStrong + (days[t].Grade is null ? 0 : 1);
            var last28 = Between(days, t - 27, t).Count(day => day.Grade is not null);
            var last14 = Between(days, t - 13, t).Where(day => day.Grade is not null).ToList();
            string? reason = null;
            if (supported >= level)
            {
                (level, reason) = (supported, "raise");
            }
            else if (t >= 27 && last28 < 10)
            {
                (level, reason) = (0, "stale");
            }
            else if (last14.Count >= 10 && last14.Count(day => day.IsClean == true) >= 8)
            {
                (level, reason) = (Math.Min(supported, 1), "clear");
            }
            else if (level == 3 && withoutStrong >= 7)
            {
                (level, reason) = (2, "downgrade");
            }
            else if (level <= 1)
            {
                (level, reason) = (supported, "downgrade");
            }

            results.Add((level, level == before ? null : reason));
        }

        return results;
    }

    private static int Supported(IReadOnlyList<DayGrade> days, int t, double[]? meanBelow)
    {
        bool Counts(int weeksAgo, int grade)
        {
            var week = Between(days, t - (7 * weeksAgo) - 6, t - (7 * weeksAgo)).Where(day => day.Grade is not null).ToList();
            return week.Count >= 5
                && week.Count(day => day.Grade >= grade) >= 4
                && (meanBelow is null || Math.Round(week.Average(day => day.Measure ?? 0), 6) < meanBelow[grade - 1]);
        }

        for (var grade = 3; grade >= 2; grade--)
        {
            if (Counts(0, grade) && (Counts(1, grade) || Counts(2, grade)))
            {
                return grade;
            }
        }

        return Counts(0, 1) ? 1 : 0;
    }

    private static IEnumerable<DayGrade> Between(IReadOnlyList<DayGrade> days, int from, int to) =>
        to < 0 ? [] : days.Skip(Math.Max(from, 0)).Take(to - Math.Max(from, 0) + 1);
}
