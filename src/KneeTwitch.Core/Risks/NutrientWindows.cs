using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>A nutrient's mean over the complete days of the last two weeks (A), of the two before (B), and of both.</summary>
/// <param name="MeanA">mg a day in t-13 to t.</param>
/// <param name="MeanB">mg a day in t-27 to t-14.</param>
/// <param name="Mean">mg a day on all complete days of both.</param>
/// <param name="Days">How many they are.</param>
/// <param name="FirstDaysAgo">How long ago the first of them was.</param>
internal readonly record struct NutrientWindows(double MeanA, double MeanB, double Mean, int Days, int FirstDaysAgo)
{
    public const int Half = 14, DaysNeededInHalf = 6, WeekendDaysNeeded = 2;

    /// <summary>The windows, or what they lack.</summary>
    public static (NutrientWindows? Windows, string Missing) Of(History history, IReadOnlyList<double?> completeDays, int day)
    {
        var (a, b) = (Known(completeDays, day - Half + 1, day), Known(completeDays, day - (2 * Half) + 1, day - Half));
        var weekend = a.Concat(b).Count(one => history.DayAt(one).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        if (a.Count < DaysNeededInHalf || b.Count < DaysNeededInHalf)
        {
            return (null, FormattableString.Invariant($"{a.Count} complete food days in the last 2 weeks and {b.Count} in the 2 before ({DaysNeededInHalf} are needed in each)"));
        }

        if (weekend < WeekendDaysNeeded)
        {
            return (null, FormattableString.Invariant($"{weekend} of {WeekendDaysNeeded} complete food days on a weekend in the last 4 weeks"));
        }

        var (sumA, sumB) = (a.Sum(one => completeDays[one] ?? 0), b.Sum(one => completeDays[one] ?? 0));
        return (new NutrientWindows(sumA / a.Count, sumB / b.Count, (sumA + sumB) / (a.Count + b.Count), a.Count + b.Count, day - b[0]), "");
    }

    private static List<int> Known(IReadOnlyList<double?> values, int from, int to)
    {
        var known = new List<int>(Half);
        for (var day = Math.Max(from, 0); day <= to; day++)
        {
            if (values[day] is not null)
            {
                known.Add(day);
            }
        }

        return known;
    }
}
