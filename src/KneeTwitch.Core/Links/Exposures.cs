using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Links;

/// <summary>The exposures that are looked at, all together [statistics 4.2].</summary>
internal static class Exposures
{
    private const int MidSleepDays = 14, MidSleepKnown = 7, NutrientDays = 7, NutrientKnown = 4;

    public static IReadOnlyList<Exposure> All { get; } =
    [
        new("R01", "after days with more leg load", LegLoad),
        new("R03", "after days rated as more stressful", (history, _) => history.Series(Metric.StressScore), FirstLag: 1),
        new("R04", "after days with a higher resting heart rate", RestingHeartRate, Floor: Recovery.RestingFloorBpm),
        new("R05", "after short nights", (history, _) => Each(history.Series(Metric.SleepMinutes), asleep => SleepLength.FlagMinutes - asleep)),
        new("R06", "after nights at unusual hours", MidSleep),
        new("R07", "after days with fewer logged drinks", (history, _) => Each(FluidRatios.Of(history).Ratios, ratio => 1 - ratio)),
        new("R08", "after days with less logged magnesium", Magnesium, FirstLag: 1, LastLag: NutrientDays, Needed: NutrientKnown),
        new("R09", "after days with less logged potassium", Potassium, FirstLag: 1, LastLag: NutrientDays, Needed: NutrientKnown),
        new("R10", "after days with more caffeine", (history, _) => history.Series(Metric.CaffeineMg), Floor: CaffeineIntake.FloorMg),
        new("R11", "after days with more nicotine", (history, _) => history.Series(Metric.NicotineUnits), Floor: NicotineUse.FloorUnits),
        new("R12", "after days with sorer legs", Soreness, FirstLag: 1),
    ];

    // By the method of the day of the look: two methods are never one series.
    private static double?[] LegLoad(History history, int day)
    {
        var loads = LegLoads.Of(history);
        return loads.MethodOn(day) is { } method ? loads.By(method).Loads : new double?[history.Count];
    }

    // What the median would be taken off is the same for every day of the look, and drops out.
    private static double?[] RestingHeartRate(History history, int day) =>
        RecoverySignals.Of(history).RestingAt(day)?.Values ?? new double?[history.Count];

    private static double?[] MidSleep(History history, int _)
    {
        var (bed, wake) = (history.Series(Metric.BedTimeMinute), history.Series(Metric.WakeTimeMinute));
        double?[] middle = [.. bed.Select((from, day) => (from + wake[day]) / 2)];
        return
        [
            .. middle.Select((minute, day) => minute is { } now && Windows.Last(middle, day, MidSleepDays) is { Count: >= MidSleepKnown } known
                ? Math.Abs(now - Median.Of(known.ToArray()))
                : (double?)null),
        ];
    }

    private static double?[] Magnesium(History history, int _) => Nutrient(history, Metric.MagnesiumMg, reference => reference.MagnesiumEar);

    private static double?[] Potassium(History history, int _) => Nutrient(history, Metric.PotassiumMg, reference => reference.PotassiumAi);

    private static double?[] Nutrient(History history, Metric metric, Func<NutrientReference, double> referenceMg) =>
    [
        .. FoodDays.Of(history).Of(history.Series(metric)).Select((eaten, day) =>
            eaten is { } mg && NutrientReference.Of(history.Wearer, history.DayAt(day)) is { } reference ? -mg / referenceMg(reference) : (double?)null),
    ];

    private static double?[] Soreness(History history, int _)
    {
        var right = history.Series(Metric.SorenessRightScore);
        return [.. history.Series(Metric.SorenessLeftScore).Select((left, day) => left is { } one && right[day] is { } other ? Math.Max(one, other) : left ?? right[day])];
    }

    private static double?[] Each(IReadOnlyList<double?> values, Func<double, double> make) =>
        [.. values.Select(value => value is { } known ? make(known) : (double?)null)];
}
