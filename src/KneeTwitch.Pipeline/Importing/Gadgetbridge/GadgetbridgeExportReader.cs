using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>Reads Gadgetbridge's database: as a file without an ending, under any name, or in the zip of a full backup.</summary>
internal sealed class GadgetbridgeExportReader : IExportReader
{
    internal const string Vendor = "Gadgetbridge";

    private static readonly string[] Signs = ["DEVICE", "USER", "USER_ATTRIBUTES", "BASE_ACTIVITY_SUMMARY"];

    public string Format => "gadgetbridge";

    public string Name => Vendor;

    public string? Doubt => "the whole schema: no real export was at hand; unit of active energy (found from the data), what Colmi calls HRV, Xiaomi's zone";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var databases = await DatabasesAsync(export, cancel);
        return databases.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{databases[0].Entry.Path} is a database of Gadgetbridge").Of([.. databases.Select(database => database.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var databases = await DatabasesAsync(export, cancel);
        if (databases.Count == 0)
        {
            throw new ExportFormatException(
                Vendor, export.Name, $"holds no database of Gadgetbridge; found: {export.Describe()}", "Export the data again; an automatic export may have left an empty file");
        }

        databases.Announce(export, context);
        foreach (var (entry, _) in databases)
        {
            await using var file = await SqliteFile.OpenAsync(entry, Vendor, cancel);
            var database = await GadgetbridgeDatabase.OpenAsync(file, entry, context, cancel);
            IAsyncEnumerable<Reading>[] parts =
            [
                new GadgetbridgeSamples(database).ReadAsync(cancel),
                new GadgetbridgeCounters(database).ReadAsync(cancel),
                new GadgetbridgePairs(database).ReadAsync(cancel),
                new GadgetbridgeStages(database).ReadAsync(cancel),
                new GadgetbridgeOverlays(database).ReadAsync(cancel),
                new GadgetbridgeVitals(database).ReadAsync(cancel),
                new GadgetbridgeWorkouts(database).ReadAsync(cancel),
            ];
            foreach (var part in parts)
            {
                await foreach (var reading in part)
                {
                    yield return reading;
                }

                context.Progress.Advance(entry.Length / parts.Length);
            }

            await database.LeaveRestAsync(cancel);
        }
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, bool IsOurs)>> DatabasesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<bool>(export, async entry => await SqliteFile.HoldsAsync(entry, cancel, Signs) ? true : null);
}
