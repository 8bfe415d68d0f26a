using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>
/// Reads the archive of a Garmin Connect account. Folders moved over the years, so files are known by their base names. Contacts and
/// addresses in it are never opened.
/// </summary>
internal sealed class GarminExportReader : IExportReader
{
    private const int HeadBytes = 4_096;
    private static readonly Source Connect = Source.Named("Garmin Connect", SourceKind.Worn);

    private static readonly (string Pattern, string Key)[] Files =
    [
        ("UDSFile_*.json", "calendarDate"),
        ("*_sleepData.json", "calendarDate"),
        ("HydrationLogFile_*.json", "calendarDate"),
        ("*_summarizedActivities.json", "summarizedActivitiesExport"),
        ("*_healthStatusData.json", "metrics"),
        ("*_userBioMetrics.json", "metaData"),
        ("BloodPressureFile_*.json", "bloodPressure"),
    ];

    private static readonly string[] Folders = ["DI_CONNECT", "DI-Connect", "UploadedFiles"];

    public string Format => "garmin-connect-export";

    public string Name => "Garmin Connect";

    public string? Doubt => "the whole schema: no real export was at hand";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var named = export.Entries.Where(entry => Kind(entry) is not null).ToList();
        if (named.Count == 0)
        {
            return Recognition.No;
        }

        var folders = named.Select(entry => EntryPath.FolderOf(entry.Path)).ToHashSet();
        ExportEntry[] claims = [.. named, .. export.Entries.Where(entry => IsRecording(entry) && (folders.Contains(EntryPath.FolderOf(entry.Path)) || IsInArchive(entry)))];
        foreach (var entry in named)
        {
            if (Kind(entry) is var (_, key) && JsonHead.FirstItemKeys(await entry.HeadAsync(HeadBytes, cancel)).Contains(key))
            {
                return Recognition.Sure("files of Garmin Connect").Of(claims);
            }
        }

        return Recognition.Likely("files named as Garmin Connect's").Of(claims);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (days, drinks, body) = (new GarminDays(), new GarminDrinks(), new GarminBody());
        var recordings = new List<(ExportEntry Entry, RecordingKind Kind)>();
        foreach (var entry in export.Entries)
        {
            if (Kind(entry) is var (pattern, _))
            {
                context.Progress.Expect(entry.Length);
                var findings = new RowFindings(entry.Path, hasLines: false, context);
                await foreach (var item in JsonItems.ReadAsync(entry, pattern.EndsWith("Activities.json", StringComparison.Ordinal) ? ["[].summarizedActivitiesExport", "summarizedActivitiesExport"] : [""], context, JsonOptions.Default, cancel))
                {
                    Read(pattern, item, findings, days, drinks, body);
                    foreach (var reading in findings.Take())
                    {
                        yield return reading;
                    }
                }
            }
            else if (IsRecording(entry) && await RecordingFiles.KindAsync(entry, cancel) is { } kind)
            {
                context.Progress.Expect(entry.Length);
                recordings.Add((entry, kind));
            }
            else
            {
                // Names hold the person's mail address.
                context.Facts.LeftUnread($"files *{Path.GetExtension(entry.Name)} of other kinds");
            }
        }

        var closing = new RowFindings("totals of days", hasLines: false, context);
        days.Close(closing, Connect);
        drinks.Close(closing, Connect);
        body.Close(closing, Connect);
        foreach (var reading in closing.Take())
        {
            yield return reading;
        }

        await foreach (var reading in RecordingFiles.ReadAsync(recordings, context, cancel))
        {
            yield return reading;
        }
    }

    private static void Read(string pattern, JsonItem item, RowFindings findings, GarminDays days, GarminDrinks drinks, GarminBody body)
    {
        switch (pattern)
        {
            case "UDSFile_*.json":
                days.Read(item.Value, findings, item.At);
                break;
            case "*_sleepData.json":
                GarminNights.Read(item.Value, findings, Connect, item.At);
                break;
            case "HydrationLogFile_*.json":
                drinks.Read(item.Value, findings, item.At);
                break;
            case "*_summarizedActivities.json":
                GarminActivities.Read(item.Value, findings, Connect, item.At);
                break;
            case "*_healthStatusData.json":
                GarminBody.Status(item.Value, findings, Connect, item.At);
                break;
            case "BloodPressureFile_*.json":
                GarminBody.Pressure(item.Value, findings, Connect, item.At);
                break;
            default:
                body.Measures(item.Value, item.At);
                break;
        }
    }

    private static bool IsRecording(ExportEntry entry) => entry.Name.EndsWith(".fit", StringComparison.OrdinalIgnoreCase);

    /// <summary>By the folders and inner zips of an archive; a recording elsewhere may be of another one.</summary>
    private static bool IsInArchive(ExportEntry entry) =>
        entry.Path.Split('/').Any(part => Folders.Any(folder => part.StartsWith(folder, StringComparison.OrdinalIgnoreCase)));

    private static (string Pattern, string Key)? Kind(ExportEntry entry)
    {
        foreach (var file in Files)
        {
            if (FileSystemName.MatchesSimpleExpression(file.Pattern, entry.Name))
            {
                return file;
            }
        }

        return null;
    }
}
