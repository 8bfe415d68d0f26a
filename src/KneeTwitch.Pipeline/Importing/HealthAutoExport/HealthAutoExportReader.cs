using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>
/// Reads what the iPhone app Health Auto Export sends or writes as JSON: metrics as measured or added up, nights, workouts, symptoms, doses of medicines. The
/// app's packed sync files are known and refused.
/// </summary>
internal sealed class HealthAutoExportReader : IExportReader
{
    private const int HeadBytes = 16_384;
    private const int EmptyBytes = 64;

    /// <summary>Arrays beside the metrics, and what they are called where they are not read.</summary>
    private static readonly (string Key, string? Unread)[] Arrays =
    [
        ("metrics", null), ("workouts", null), ("symptoms", null), ("medications", null), ("stateOfMind", "states of mind"),
        ("cycleTracking", "cycle tracking"), ("ecg", "electrocardiograms"), ("heartRateNotifications", "heart rate notifications"),
    ];

    private static readonly string[] Paths = [HealthAutoExportBatch.Points, "workouts", .. Arrays.Skip(1).Select(array => $"data.{array.Key}")];

    private enum Kind
    {
        Payload,

        /// <summary>Packed with Apple's LZFSE.</summary>
        Packed,
    }

    public string Format => "health-auto-export";

    public string Name => "Health Auto Export";

    public string? Doubt => "unit of a dose";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        return files.Count == 0 ? Recognition.No
            : Recognition.Sure(files[0].Kind is Kind.Packed ? $"{files[0].Entry.Path} is packed as the app's sync files are" : $"{files[0].Entry.Path} holds the app's arrays")
                .Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        var payloads = files.Where(file => file.Kind is Kind.Payload).ToList();
        if (payloads.Count == 0)
        {
            throw files.Count > 0
                ? new ExportFormatException(Name, files[0].Entry.Path, "is packed with LZFSE, which cannot be opened here", "Export JSON in the app instead")
                : new ExportFormatException(Name, export.Name, $"holds none of the app's JSON; found: {export.Describe()}", "Export JSON in the app again");
        }

        payloads.Announce(export, context);
        var batch = new HealthAutoExportBatch();
        foreach (var (entry, _) in payloads)
        {
            await batch.LookAsync(entry, context, cancel);
        }

        foreach (var (entry, _) in payloads)
        {
            await foreach (var reading in ReadAsync(entry, batch, context, cancel))
            {
                yield return reading;
            }
        }
    }

    private static async IAsyncEnumerable<Reading> ReadAsync(
        ExportEntry entry, HealthAutoExportBatch batch, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, context);
        var nights = new HealthAutoExportNights(batch);
        await foreach (var item in JsonItems.ReadAsync(entry, Paths, context, JsonOptions.Default, cancel))
        {
            findings.At = item.At;
            if (item.Value.ValueKind is JsonValueKind.Object)
            {
                if (Add(entry, item, batch, nights, findings) is { } written)
                {
                    await findings.WriteAsync(written, cancel);
                }
            }
            else if (item.Value.ValueKind is not JsonValueKind.Null)
            {
                findings.Reject("an entry that is no object");
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>Adds an item's readings; gives what belongs into the diary instead, or null.</summary>
    private static DiaryEntry? Add(ExportEntry entry, JsonItem item, HealthAutoExportBatch batch, HealthAutoExportNights nights, RowFindings findings)
    {
        switch (item.Path)
        {
            case HealthAutoExportBatch.Points:
                var (name, units) = (batch.Name(entry, item), batch.Units(entry, item));
                var folded = HealthAutoExportMetrics.Fold(name);
                if (folded == HealthAutoExportMetrics.Sleep)
                {
                    nights.Add(item.Value, units, findings);
                }
                else
                {
                    HealthAutoExportPoints.Add(item.Value, name, units, batch.Array(entry, folded), findings);
                }

                break;
            case "workouts" or "data.workouts":
                HealthAutoExportWorkout.Add(item.Value, findings);
                break;
            case "data.symptoms":
                return HealthAutoExportSymptoms.Add(item.Value, findings);
            case "data.medications":
                return HealthAutoExportDiary.Dose(item.Value, findings);
            default:
                findings.Context.Facts.LeftUnread(Array.Find(Arrays, array => item.Path == $"data.{array.Key}").Unread ?? item.Path);
                break;
        }

        return null;
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, Kind Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<Kind>(export, async entry =>
        {
            var head = await entry.HeadAsync(HeadBytes, cancel);
            if (head.AsSpan().StartsWith("bvx2"u8) || head.AsSpan().StartsWith("bvx1"u8) || head.AsSpan().StartsWith("bvx-"u8) || head.AsSpan().StartsWith("bvxn"u8))
            {
                return Kind.Packed;
            }

            if (!JsonHead.IsJson(head))
            {
                return null;
            }

            // A heart-beat of the app is empty and still its own; old versions wrote workouts beside the data.
            var keys = JsonHead.TopLevelKeys(head);
            var isEmpty = entry.Length <= EmptyBytes && keys.SetEquals(["data"]) && head.AsSpan().IndexOf((byte)'[') < 0;
            return isEmpty || keys.SetEquals(["data", "workouts"]) || Arrays.Any(array => JsonHead.KeysOf(head, "data").Contains(array.Key)) ? Kind.Payload : null;
        });
}
