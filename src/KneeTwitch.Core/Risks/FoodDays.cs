using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>Which days of a history have all that was eaten in the log: said to be complete, and with energy enough to be believed.</summary>
internal sealed class FoodDays
{
    /// <summary>A day with less energy than this share of the resting need was not logged whole.</summary>
    public const double EnergyShare = 1.1;

    private readonly bool[] isComplete;

    private FoodDays(History history)
    {
        var (energy, said, masses) = (history.Series(Metric.DietaryEnergyKcal), history.Series(Metric.CheckIn), BodyMass.Of(history));
        var heightCm = history.Wearer.HeightCm;
        isComplete = new bool[history.Count];
        for (var day = 0; day < isComplete.Length; day++)
        {
            heightCm = history.Series(Metric.HeightCm)[day] ?? heightCm;
            var resting = RestingKcal(history.Wearer, history.DayAt(day), masses[day], heightCm);
            isComplete[day] = said[day] is { } items
                && ((CheckInItems)items).HasFlag(CheckInItems.FoodComplete)
                && energy[day] is { } eaten
                && SixDecimals.Of(eaten) >= SixDecimals.Of(EnergyShare * resting ?? double.MaxValue);
        }
    }

    public static FoodDays Of(History history) => history.Once(days => new FoodDays(days));

    /// <summary>The resting need by Mifflin and St Jeor; null where mass, height, age or sex is not known.</summary>
    public static double? RestingKcal(Wearer wearer, DateOnly day, double? massKg, double? heightCm) =>
        (10 * massKg) + (6.25 * heightCm) - (5 * wearer.AgeOn(day)) + wearer.Sex switch
        {
            Sex.Male => 5,
            Sex.Female => -161,
            _ => null,
        };

    /// <summary>The nutrient on complete days; null on others.</summary>
    public double?[] Of(IReadOnlyList<double?> nutrient) => [.. nutrient.Select((value, day) => isComplete[day] ? value : null)];
}
