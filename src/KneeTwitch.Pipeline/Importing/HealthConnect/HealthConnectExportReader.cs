using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// Reads the database that Android's Health Connect exports, in its zip or out of it. An export is a whole snapshot; of several in one
/// folder the newest one's word on a record counts.
/// </summary>
internal sealed class HealthConnectExportReader : IExportReader
{
    internal const string Vendor = "Health Connect";

    private static readonly string[] Signs = ["application_info_table", "steps_record_table"];

    public string Format => "health-connect";

    public string Name => Vendor;

    public string? Doubt => "distance by bike or on foot, records edited between two imports (both versions stay), tables newer than schema 9";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var databases = await DatabasesAsync(export, cancel);
        return databases.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{databases[0].Entry.Path} is a database of Health Connect").Of([.. databases.Select(database => database.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var databases = await DatabasesAsync(export, cancel);
        if (databases.Count == 0)
        {
            throw new ExportFormatException(Vendor, export.Name, $"holds no database of Health Connect; found: {export.Describe()}", "Make the export again");
        }

        databases.Announce(export, context);
        var seen = databases.Count > 1 ? new HashSet<Guid>() : null;
        foreach (var (entry, _) in await NewestFirstAsync(databases, context, cancel))
        {
            await using var file = await SqliteFile.OpenAsync(entry, Vendor, cancel);
            var snapshot = await HealthConnectSnapshot.OpenAsync(file, entry, context, seen, cancel);
            await foreach (var reading in ReadAsync(snapshot, entry, cancel))
            {
                yield return reading;
            }
        }
    }

    private static async IAsyncEnumerable<Reading> ReadAsync(HealthConnectSnapshot snapshot, ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var workouts = await HealthConnectWorkouts.LoadAsync(snapshot, cancel);
        IAsyncEnumerable<Reading>[] parts =
        [
            new HealthConnectRecords(snapshot, workouts).ReadAsync(cancel),
            new HealthConnectSeries(snapshot, workouts).ReadAsync(cancel),
            new HealthConnectNights(snapshot).ReadAsync(cancel),
            new HealthConnectFood(snapshot).ReadAsync(cancel),
            workouts.Readings().ToAsyncEnumerable(),
        ];
        foreach (var part in parts)
        {
            await foreach (var reading in part)
            {
                yield return reading;
            }

            snapshot.Context.Progress.Advance(entry.Length / parts.Length);
        }

        await snapshot.LeaveRestAsync(cancel);
    }

    /// <summary>The exports' own word on when they were made: the last change in them.</summary>
    private static async Task<IReadOnlyList<(ExportEntry Entry, bool IsOurs)>> NewestFirstAsync(
        IReadOnlyList<(ExportEntry Entry, bool IsOurs)> databases, ReadingContext context, CancellationToken cancel)
    {
        var dated = new List<((ExportEntry Entry, bool IsOurs) Database, DateTimeOffset? Changed)>();
        foreach (var database in databases)
        {
            await using var file = await SqliteFile.OpenAsync(database.Entry, Vendor, cancel);
            dated.Add((database, await HealthConnectSnapshot.LastChangeAsync(file, context.AsOf, cancel)));
        }

        if (dated.Max(each => each.Changed) is { } newest)
        {
            context.Facts.ExportedAt = newest;
        }

        return [.. dated.OrderByDescending(each => each.Changed).Select(each => each.Database)];
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, bool IsOurs)>> DatabasesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<bool>(export, async entry => await SqliteFile.HoldsAsync(entry, cancel, Signs) ? true : null);
}
