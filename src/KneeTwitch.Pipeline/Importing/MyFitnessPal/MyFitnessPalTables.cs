using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.MyFitnessPal;

/// <summary>What a first look at all tables tells: dates, which file tells a day, and the units that no header names.</summary>
internal sealed class MyFitnessPalTables
{
    private const double KilojoulesInKcal = 4.184, KilogramsInPound = 0.45359237;
    private const double Tolerance = 0.25;
    private const double KcalInGramOfFat = 9, KcalInGramOfOthers = 4;
    private readonly Dictionary<string, double> kcalIn = [];

    internal DayFiles Files { get; } = new();

    /// <summary>Kilograms in the account's unit of weight, which the table of exercises names by its column of loads; null where it is not there.</summary>
    internal double? KilogramsInWeight { get; private set; }

    /// <summary>Kilocalories in the unit of energy of a table.</summary>
    internal double KcalIn(ExportEntry entry) => kcalIn.GetValueOrDefault(entry.Path, 1);

    internal static async Task<MyFitnessPalTables> LookAsync(
        IReadOnlyList<(ExportEntry Entry, MyFitnessPalKind Kind)> tables, ReadingContext context, CancellationToken cancel)
    {
        var found = new MyFitnessPalTables();
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        foreach (var (entry, kind) in tables)
        {
            await found.LookAsync(entry, kind, glance, cancel);
        }

        found.Files.Decide();
        return found;
    }

    private async Task LookAsync(ExportEntry entry, MyFitnessPalKind kind, ReadingContext glance, CancellationToken cancel)
    {
        var isFood = kind is MyFitnessPalKind.Foods or MyFitnessPalKind.Meals;
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, glance, cancel);

        // Of foods and meals of one day the foods tell more.
        Files.Begin(entry, isFood ? "food" : kind.ToString(), rank: kind is MyFitnessPalKind.Foods ? 1 : 0);
        KilogramsInWeight ??= kind is not MyFitnessPalKind.Exercises ? null : table.Has("Pounds") ? KilogramsInPound : table.Has("Kilograms") ? 1 : null;
        var (energy, expected) = (0.0, 0.0);
        await foreach (var row in table.RowsAsync(cancel))
        {
            Files.Saw(entry, row[MyFitnessPalWords.Date]);
            double Number(params ReadOnlySpan<string> names) => row.FirstOf(names) is { } text ? TextNumber.ParseGrouped(text, table.HasDecimalComma) ?? 0 : 0;

            energy += Number(MyFitnessPalWords.Energy);
            expected += (KcalInGramOfFat * Number("Fat (g)", "Fat")) + (KcalInGramOfOthers * (Number("Carbohydrates (g)", "Carbohydrates") + Number("Protein (g)", "Protein")));
        }

        if (isFood)
        {
            var isSaid = table.Has("Energy (kJ)");
            var isFound = Math.Abs(energy - (KilojoulesInKcal * expected)) < Tolerance * KilojoulesInKcal * expected;
            kcalIn[entry.Path] = isSaid || isFound ? 1 / KilojoulesInKcal : 1;
        }
    }
}
