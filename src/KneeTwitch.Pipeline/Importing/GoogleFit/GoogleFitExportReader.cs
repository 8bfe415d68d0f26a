using System.Runtime.CompilerServices;
using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.GoogleFit;

/// <summary>
/// Reads a Google Fit archive of Google Takeout, whole or in parts, streaming. The same steps stand in it up to six times; they are read once.
/// </summary>
internal sealed class GoogleFitExportReader : IExportReader
{
    private const int MostHeads = 1_000;

    public string Format => "google-fit";

    public string Name => "Google Fit";

    public string? Doubt => "the whole schema: no real export was at hand; columns in other languages";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        foreach (var entry in export.Entries.Take(MostHeads))
        {
            if (await GoogleFitFiles.PartOfAsync(entry, cancel) is not GoogleFitPart.Unread and var part)
            {
                var files = (await SortAsync(export, cancel)).Where(file => file.Part is not GoogleFitPart.Unread).ToList();
                var recordings = Of(files, GoogleFitPart.Recording);
                var own = files.Select(file => file.Entry).Except(recordings).ToList();
                var products = own.Select(Takeout.ProductOf).ToHashSet(StringComparer.Ordinal);
                return Recognition.Sure($"{entry.Path} is a file of Google Fit ({part})").Of(own) with { Beside = [.. recordings.Where(recording => products.Contains(Takeout.ProductOf(recording)))] };
            }
        }

        return Recognition.No;
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await SortAsync(export, cancel);
        context.Facts.ExportedAt = MadeAt(export, context) ?? context.Facts.ExportedAt;
        var streams = Of(files, GoogleFitPart.Raw);
        var sessions = Of(files, GoogleFitPart.Session);
        var hasSleep = false;
        foreach (var session in sessions)
        {
            hasSleep = hasSleep || await IsSleepAsync(session, cancel);
        }

        var chosen = GoogleFitRaw.Choose(streams, Of(files, GoogleFitPart.Bins).Count > 0, hasSleep);
        foreach (var repeated in streams.Except(chosen))
        {
            context.Facts.LeftUnread($"raw data {GoogleFitRaw.TypeOf(repeated)}, which is read from elsewhere");
        }

        foreach (var entry in Of(files, GoogleFitPart.Unread))
        {
            context.Facts.LeftUnread(Kind(entry));
        }

        var tables = new GoogleFitTables(context, chosen.Any(GoogleFitRaw.IsPulse), chosen.Any(GoogleFitRaw.IsWeight));
        foreach (var (entry, part) in files.Where(file => file.Part is not (GoogleFitPart.Unread or GoogleFitPart.Recording) && (file.Part is not GoogleFitPart.Raw || chosen.Contains(file.Entry))))
        {
            context.Progress.Expect(entry.Length);
            if (part is GoogleFitPart.Session)
            {
                foreach (var reading in await GoogleFitSessions.ReadAsync(entry, context, cancel))
                {
                    yield return reading;
                }

                continue;
            }

            var readings = part is GoogleFitPart.Days ? tables.DaysAsync(entry, cancel) : part is GoogleFitPart.Bins ? tables.BinsAsync(entry, cancel) : GoogleFitRaw.ReadAsync(entry, context, cancel);
            await foreach (var reading in readings)
            {
                yield return reading;
            }
        }

        var recordings = Of(files, GoogleFitPart.Recording);
        await foreach (var reading in RecordingFiles.ReadAsync([.. recordings.Select(entry => (entry, RecordingKind.Tcx))], context, cancel))
        {
            yield return reading;
        }
    }

    private static async Task<List<(ExportEntry Entry, GoogleFitPart Part)>> SortAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = new List<(ExportEntry Entry, GoogleFitPart Part)>();
        foreach (var entry in export.Entries)
        {
            var isRecording = entry.Name.EndsWith(".tcx", StringComparison.OrdinalIgnoreCase) && await RecordingFiles.KindAsync(entry, cancel) is RecordingKind.Tcx;
            files.Add((entry, isRecording ? GoogleFitPart.Recording : await GoogleFitFiles.PartOfAsync(entry, cancel)));
        }

        return files;
    }

    /// <summary>
    /// When the archive was made, by its name, else as early as it can have been: on the last day it tells of. An archive of last year that is
    /// read today must not replace what a newer one has counted anew.
    /// </summary>
    private static DateTimeOffset? MadeAt(ExportFiles export, ReadingContext context)
    {
        var last = export.Entries.Select(GoogleFitFiles.DayOf).OfType<string>().Select(day => Moments.Parse(day)?.Day).Max();
        var made = Takeout.MadeAt(export.Name) ?? (last is { } day ? context.Zones.StartOf(day) : null);
        return made <= context.AsOf ? made : null;
    }

    private static List<ExportEntry> Of(List<(ExportEntry Entry, GoogleFitPart Part)> files, GoogleFitPart part) =>
        [.. files.Where(file => file.Part == part).Select(file => file.Entry)];

    private static async Task<bool> IsSleepAsync(ExportEntry session, CancellationToken cancel)
    {
        var head = Encoding.UTF8.GetString(await session.HeadAsync(512, cancel));
        return head.Replace(" ", "", StringComparison.Ordinal).Contains("\"fitnessActivity\":\"sleep\"", StringComparison.Ordinal);
    }

    /// <summary>Streams are counted by what they hold, which stands at the start of their names.</summary>
    private static string Kind(ExportEntry entry)
    {
        var parts = entry.Name.Split('_');
        return parts.Length > 2 && parts[0] is "raw" or "derived" ? $"raw data {parts[1]}" : $"files *{Path.GetExtension(entry.Name)}";
    }
}
