using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.MyFitnessPal;

/// <summary>The columns, always in English; their set and order changed with the years.</summary>
internal static class MyFitnessPalWords
{
    internal const string Date = "Date", Meal = "Meal", Time = "Time", Exercise = "Exercise", ExerciseCalories = "Exercise Calories", Minutes = "Exercise Minutes", Weight = "Weight", BodyFat = "Body Fat %";

    internal static readonly string[] Energy = ["Calories", "Energy (kcal)", "Energy (kJ)", "Energy"];

    /// <summary>
    /// What is read of food. A zero is what the app writes for a mineral its database does not know; of what a food is made of it is a zero.
    /// </summary>
    internal static readonly (Metric Metric, Metric Total, bool IsZeroUnknown, string[] Names)[] Nutrients =
    [
        (Metric.DietaryEnergyKcal, Metric.VendorDietaryEnergyKcal, false, Energy),
        (Metric.FatG, Metric.VendorFatG, false, ["Fat (g)", "Fat"]),
        (Metric.CarbohydratesG, Metric.VendorCarbohydratesG, false, ["Carbohydrates (g)", "Carbohydrates"]),
        (Metric.ProteinG, Metric.VendorProteinG, false, ["Protein (g)", "Protein"]),
        (Metric.FiberG, Metric.VendorFiberG, true, ["Fiber", "Fiber (g)"]),
        (Metric.SugarG, Metric.VendorSugarG, true, ["Sugar", "Sugar (g)"]),
        (Metric.SodiumMg, Metric.VendorSodiumMg, true, ["Sodium (mg)", "Sodium"]),
        (Metric.PotassiumMg, Metric.VendorPotassiumMg, true, ["Potassium", "Potassium (mg)"]),
    ];

    /// <summary>Percentages of a daily value that changed over the years: no amount can be told from them.</summary>
    internal static readonly string[] Percentages = ["Vitamin A", "Vitamin C", "Calcium", "Iron"];

    /// <summary>What measurements other than weight are called until a wearer adds some.</summary>
    internal static readonly string[] Girths = ["Neck", "Waist", "Hips"];

    internal static MyFitnessPalKind? KindOf(CsvHeader header, string name)
    {
        if (!header.Has(Date))
        {
            return null;
        }

        if (header.Has(Meal))
        {
            // Only a table of meals' sums has a note and no time.
            return Energy.Any(word => header.Has(word)) && header.Has("Fat (g)", "Carbohydrates (g)")
                ? header.Has(Time) || !header.Has("Note") ? MyFitnessPalKind.Foods : MyFitnessPalKind.Meals
                : null;
        }

        return header.Has(Exercise, ExerciseCalories) ? MyFitnessPalKind.Exercises
            : IsWeight(header) && (name.Contains("Measurement", StringComparison.OrdinalIgnoreCase) || header.Names.All(IsMeasurement)) ? MyFitnessPalKind.Measurements
            : null;
    }

    /// <summary>True where the column is one of weights; it may name a unit.</summary>
    internal static bool IsWeightName(string name) => CsvHeader.Normalize(name.Split('(')[0]) == "weight";

    private static bool IsWeight(CsvHeader header) => header.Find(Date) == 0 && header.Names.Any(IsWeightName);

    private static bool IsMeasurement(string name) =>
        IsWeightName(name) || new[] { Date, BodyFat }.Concat(Girths).Any(known => CsvHeader.Normalize(known) == CsvHeader.Normalize(name));
}
