using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>The z-ladder alone: daily values with heavy tails, 12 % missing, and a weekend shift [statistics 3.1].</summary>
internal static class LadderLives
{
    private const double Missing = 0.12, WeekendShift = 0.3;

    /// <summary>False flags a wearer and quarter.</summary>
    public static double Rate(double phi, int users, Func<double, double, int> gradeOf, int seed) =>
        Flags.Rate([.. Enumerable.Range(0, users).AsParallel().Select(user => Rises(Values(phi, seed + (1000 * user), 0, int.MaxValue), gradeOf, Flags.WarmUpDays).Count)], users);

    /// <summary>The share of lives in which a lasting shift is flagged within so many days, and the median of those days.</summary>
    public static (double Share, double? MedianDays) Found(double phi, int users, double shift, int within, int seed)
    {
        var days = Enumerable.Range(0, users).AsParallel().AsOrdered()
            .Select(user => Rises(Values(phi, seed + (1000 * user), shift, Flags.WarmUpDays), Ladder.Grade, Flags.WarmUpDays))
            .Select(rises => rises.Count > 0 ? rises[0] - Flags.WarmUpDays + 1 : int.MaxValue)
            .Where(day => day <= within)
            .Order()
            .ToList();
        return ((double)days.Count / users, days.Count > 0 ? days[days.Count / 2] : null);
    }

    private static double?[] Values(double phi, int seed, double shift, int fromDay)
    {
        var noise = new Noise(seed);
        var alike = noise.Alike(Flags.WarmUpDays + Flags.CountedDays, phi, isHeavyTailed: true);
        return [.. alike.Select((value, day) => noise.Chance(Missing) ? (double?)null : value + (day % 7 is 2 or 3 ? WeekendShift : 0) + (day >= fromDay ? shift : 0))];
    }

    private static List<int> Rises(double?[] values, Func<double, double, int> gradeOf, int from)
    {
        var rises = new List<int>();
        var gate = default(Gate);
        var flagDay = -1;
        for (var day = 0; day < values.Length; day++)
        {
            // Frozen while a flag stands, for at most 56 days, as the rules do.
            var baselineDay = flagDay >= 0 && day - flagDay <= 56 ? flagDay : day;
            var z = values[day] is { } value ? Baseline.Of(values, baselineDay, 0.1)?.Z(value) : null;
            var phi = Baseline.Of(values, baselineDay, 0.1)?.Phi ?? 0;
            var before = gate.Level;
            gate = gate.Step(z is { } known ? new DayGrade { Grade = gradeOf(known, phi), IsClean = gradeOf(known, phi) == 0 } : DayGrade.NotKnown(""));
            flagDay = gate.Level < 2 ? -1 : flagDay < 0 ? day : flagDay;
            if (gate.Level >= 2 && before < 2 && day >= from)
            {
                rises.Add(day);
            }
        }

        return rises;
    }
}
