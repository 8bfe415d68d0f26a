using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>
/// Reads a Fitbit archive in any of its generations (account archive, Google Takeout, Google Health), whole or in parts, streaming. JSON files
/// go first: where Google's tables repeat them, the tables stay silent.
/// </summary>
internal sealed class FitbitExportReader : IExportReader
{
    private const int MostHeads = 20;

    public string Format => "fitbit-takeout";

    public string Name => "Fitbit";

    public string? Doubt => "minutes local or UTC and the unit of distances (found from the data), drinks, columns of some Google tables";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        // One file of each part is looked at: there may be tens of thousands.
        var (claims, why) = (new List<ExportEntry>(), "");
        foreach (var files in Parts(export).GroupBy(file => file.Part))
        {
            foreach (var (entry, part) in files.Take(MostHeads))
            {
                if (await FitbitFiles.IsOwnAsync(entry, part, cancel))
                {
                    claims.AddRange(files.Select(file => file.Entry));
                    why = entry.Path;
                    break;
                }
            }
        }

        var products = claims.Select(Takeout.ProductOf).ToHashSet(StringComparer.Ordinal);
        var recordings = Parts(export).Where(file => file.Part is FitbitPart.Recording && products.Contains(Takeout.ProductOf(file.Entry))).Select(file => file.Entry);
        return claims.Count > 0 ? Recognition.Sure($"{why} is a file of Fitbit's").Of(claims) with { Beside = [.. recordings.Except(claims)] } : Recognition.No;
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = new List<(ExportEntry Entry, FitbitPart Part)>();
        foreach (var entry in export.Entries)
        {
            var part = FitbitFiles.PartOf(entry);
            if (part is FitbitPart.Unread || (part is FitbitPart.Recording && await RecordingFiles.KindAsync(entry, cancel) is not RecordingKind.Tcx))
            {
                context.Facts.LeftUnread(FitbitFiles.Kind(entry));
            }
            else if (!await FitbitFiles.IsEmptyAsync(entry, cancel))
            {
                files.Add((entry, part));
                context.Progress.Expect(entry.Length);
            }
        }

        var profile = await FitbitProfile.ReadAsync(files.FirstOrDefault(file => file.Part is FitbitPart.Profile).Entry, context, cancel);
        var hasUniversalMinutes = await FitbitClock.IsUniversalAsync(files, new FitbitImport(context, profile, hasUniversalMinutes: false), cancel);
        var import = new FitbitImport(context, profile, hasUniversalMinutes);
        var isZoneSaid = profile.Zone is null;
        await foreach (var reading in ReadAsync(files, import, cancel))
        {
            if (!isZoneSaid && profile.Zone is { } zone)
            {
                context.Facts.SawZone(reading.Start, zone);
                isZoneSaid = true;
            }

            yield return reading;
        }
    }

    private static async IAsyncEnumerable<Reading> ReadAsync(
        List<(ExportEntry Entry, FitbitPart Part)> files, FitbitImport import, [EnumeratorCancellation] CancellationToken cancel)
    {
        var metres = await FitbitDistanceUnit.FindAsync(files, import.Profile, import.Context, cancel);
        var (series, exercises, logs, tables) = (new FitbitSeries(import, metres), new FitbitExercises(import), new FitbitLogs(import), new FitbitTables(import));
        var (google, googleSleep, nights) = (new FitbitGoogleData(import), new FitbitGoogleSleep(import), new FitbitNights());
        foreach (var (entry, part) in files.OrderBy(file => FitbitFiles.IsGoogleData(file.Entry)).ThenBy(file => file.Part))
        {
            IAsyncEnumerable<Reading>? readings = null;
            switch (part)
            {
                case FitbitPart.Exercise:
                    await exercises.ReadAsync(entry, cancel);
                    break;
                case FitbitPart.Sleep:
                    await FitbitSleep.ReadAsync(entry, import, nights, cancel);
                    break;
                case FitbitPart.Diary:
                    readings = new FitbitDiary(import, nights).ReadAsync(entry, cancel);
                    break;
                case FitbitPart.GoogleSleepStages:
                    await googleSleep.ReadStagesAsync(entry, cancel);
                    break;
                case FitbitPart.GoogleSleeps:
                    await googleSleep.ReadNightsAsync(entry, nights, cancel);
                    break;
                case FitbitPart.GoogleExercises:
                    await exercises.ReadTableAsync(entry, cancel);
                    break;
                case FitbitPart.Recording:
                    readings = RecordingFiles.ReadAsync([(entry, RecordingKind.Tcx)], import.Context, cancel);
                    break;
                case FitbitPart.Weight or FitbitPart.FoodLogs or FitbitPart.WaterLogs:
                    readings = logs.ReadAsync(entry, part, cancel);
                    break;
                case FitbitPart.GoogleTable:
                    readings = google.ReadAsync(entry, cancel);
                    break;
                case < FitbitPart.Profile:
                    readings = series.ReadAsync(entry, part, cancel);
                    break;
                case > FitbitPart.Profile:
                    readings = tables.ReadAsync(entry, part, cancel);
                    break;
            }

            await foreach (var reading in readings ?? AsyncEnumerable.Empty<Reading>())
            {
                yield return reading;
            }
        }

        foreach (var reading in exercises.Readings().Concat(nights.Readings(FitbitImport.Tracker)))
        {
            yield return reading;
        }
    }

    private static IEnumerable<(ExportEntry Entry, FitbitPart Part)> Parts(ExportFiles export) =>
        export.Entries.Select(entry => (entry, FitbitFiles.PartOf(entry))).Where(file => file.Item2 is not FitbitPart.Unread);
}
