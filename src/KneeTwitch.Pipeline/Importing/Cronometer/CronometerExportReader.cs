using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>Reads the five tables of Cronometer's website, which are known by their columns whatever they are called.</summary>
internal sealed class CronometerExportReader : IExportReader
{
    internal static readonly Source App = Source.Named("Cronometer", SourceKind.App);

    private const int HeadBytes = 16_384;

    /// <summary>Columns of nutrients in the smallest table that is believed to be one of food.</summary>
    private const int LeastNutrients = 3;

    public string Format => "cronometer";

    public string Name => "Cronometer";

    public string? Doubt => "which foods are drinks (by name and unit); headers in languages other than English; hours of servings without a time";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        var sure = tables.FirstOrDefault(table => table.Kind is not CronometerKind.Notes).Entry;
        return tables.Count == 0 ? Recognition.No
            : sure is not null ? Recognition.Sure($"{sure.Path} has the columns of Cronometer").Of([.. tables.Select(table => table.Entry)])
            : Recognition.Maybe($"{tables[0].Entry.Path} could be Cronometer's notes").Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        var files = await LookAsync(tables, context, cancel);
        var servings = new CronometerServings(context, files);
        var days = new CronometerDays(context, files, servings);
        var exercises = new CronometerExercises(context, files);
        var biometrics = new CronometerBiometrics(context, files);
        foreach (var (entry, kind) in tables.OrderBy(table => table.Kind))
        {
            var readings = kind switch
            {
                CronometerKind.Servings => servings.ReadAsync(entry, cancel),
                CronometerKind.Summary => days.ReadAsync(entry, cancel),
                CronometerKind.Exercises => exercises.ReadAsync(entry, cancel),
                CronometerKind.Biometrics => biometrics.ReadAsync(entry, cancel),
                _ => NotesAsync(entry, context, files, cancel),
            };
            await foreach (var reading in readings)
            {
                yield return reading;
            }
        }
    }

    private static async IAsyncEnumerable<Reading> NotesAsync(ExportEntry entry, ReadingContext context, DayFiles files, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        var diary = new DayDiary(context, Source.Named("Cronometer notes", SourceKind.App));
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        var (dayPlace, timePlace, notePlace) =
            (CronometerWords.Find(table, CronometerWords.Day), CronometerWords.Find(table, CronometerWords.Time), CronometerWords.Find(table, CronometerWords.Note));
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (!row.IsHeader && findings.Day(row[dayPlace], files.OrderOf(entry)) is { } day && files.Tells(entry, day) && row[notePlace] is { } words)
            {
                var time = LogTime.Of(day, row[timePlace], null, context.Zones);
                await diary.AddAsync(day, time, null, new Note { Remark = words }, "", findings, cancel);
            }
        }

        yield break;
    }

    private static async Task<DayFiles> LookAsync(IReadOnlyList<(ExportEntry Entry, CronometerKind Kind)> tables, ReadingContext context, CancellationToken cancel)
    {
        var files = new DayFiles();
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        foreach (var (entry, kind) in tables)
        {
            files.Begin(entry, kind.ToString());
            await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, glance, cancel);
            var place = CronometerWords.Find(table, CronometerWords.Day);
            await foreach (var row in table.RowsAsync(cancel))
            {
                files.Saw(entry, row[place]);
            }
        }

        files.Decide();
        return files;
    }

    private static CronometerKind? KindOf(CsvHeader header)
    {
        bool Has(string[] names) => CronometerWords.Find(header, names) >= 0;

        if (!Has(CronometerWords.Day))
        {
            return null;
        }

        var nutrients = new CronometerNutrients(header.Names);
        var isFood = nutrients.Count >= LeastNutrients && nutrients.HasEnergy;
        return isFood && Has(CronometerWords.Food) && Has(CronometerWords.Amount) ? CronometerKind.Servings
            : isFood && CronometerWords.Find(header, CronometerWords.Day) <= 1 && (nutrients.MoisturePlace >= 0 || Has(CronometerWords.Completed)) && header.Find("Meal") < 0 ? CronometerKind.Summary
            : Has(CronometerWords.Exercise) && Has(CronometerWords.Minutes) && Has(CronometerWords.Burned) ? CronometerKind.Exercises
            : Has(CronometerWords.Biometric) && Has(CronometerWords.Unit) && Has(CronometerWords.Amount) ? CronometerKind.Biometrics
            : Has(CronometerWords.Note) && header.Names.All(IsOfNotes) ? CronometerKind.Notes
            : null;
    }

    private static bool IsOfNotes(string name)
    {
        var folded = CsvHeader.Normalize(name);
        return new[] { CronometerWords.Day, CronometerWords.Time, CronometerWords.Group, CronometerWords.Note }.Any(names => names.Any(each => CsvHeader.Normalize(each) == folded));
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, CronometerKind Kind)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<CronometerKind>(export, async entry => KindOf(CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel))));
}
