using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.MyFitnessPal;

/// <summary>Reads what MyFitnessPal mails: up to three tables, known by their columns. No foods are named, and water is not in them.</summary>
internal sealed class MyFitnessPalExportReader : IExportReader
{
    internal static readonly Source App = Source.Named("MyFitnessPal", SourceKind.App);

    private const int HeadBytes = 8_192;

    public string Format => "myfitnesspal";

    public string Name => "MyFitnessPal";

    public string? Doubt => "hours of foods without a time and of all exercises; kJ (found from the macros); the unit of mass (found from the exercises)";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        var sure = tables.FirstOrDefault(table => table.Kind is not MyFitnessPalKind.Measurements).Entry;
        return tables.Count == 0 ? Recognition.No
            : sure is not null ? Recognition.Sure($"{sure.Path} has the columns of MyFitnessPal").Of([.. tables.Select(table => table.Entry)])
            : Recognition.Maybe($"{tables[0].Entry.Path} could be MyFitnessPal's measurements").Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        var seen = await MyFitnessPalTables.LookAsync(tables, context, cancel);
        var food = new MyFitnessPalFood(context, seen);
        var body = new MyFitnessPalBody(context, seen);
        foreach (var (entry, kind) in tables)
        {
            var readings = kind switch
            {
                MyFitnessPalKind.Foods or MyFitnessPalKind.Meals => food.ReadAsync(entry, kind is MyFitnessPalKind.Meals, cancel),
                MyFitnessPalKind.Exercises => body.ExercisesAsync(entry, cancel),
                _ => body.MeasurementsAsync(entry, cancel),
            };
            await foreach (var reading in readings)
            {
                yield return reading;
            }
        }
    }

    /// <summary>A number as the app prints it, old files with groups of thousands; null with a reject where it is none.</summary>
    internal static double? Number(CsvRow row, string? text, bool hasDecimalComma)
    {
        if (text is null)
        {
            return null;
        }

        var number = TextNumber.ParseGrouped(text, hasDecimalComma);
        if (number is null)
        {
            row.Reject("a value that is not a number");
        }

        return number;
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, MyFitnessPalKind Kind)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<MyFitnessPalKind>(export, async entry => MyFitnessPalWords.KindOf(CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel)), entry.Name));
}
