using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Polar;

/// <summary>
/// Reads the JSON files of a Polar Flow export. No real one was at hand when this was written: what other tools tell of it is read
/// defensively, the rest is counted.
/// </summary>
internal sealed class PolarFlowExportReader : IExportReader
{
    private const int HeadBytes = 8_192;
    private const int DayLength = 19;
    private const string Unproven = "read after descriptions, not proven on a real export";

    public string Format => "polar-flow";

    public string Name => "Polar Flow";

    public string? Doubt => "the whole schema";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        if (files.Count == 0)
        {
            return Recognition.No;
        }

        var sure = files.FirstOrDefault(file => file.Kind.IsSure).Entry;
        var recognition = sure is null
            ? Recognition.Likely($"{files[0].Entry.Path} is called as a file of Polar Flow", Unproven)
            : Recognition.Sure($"{sure.Path} holds Polar Flow's fields", Unproven);
        return recognition.Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        files.Announce(export, context);
        var days = files.Where(file => file.Kind.Kind is PolarKind.Activity).Select(file => file.Entry);
        await foreach (var reading in ReadDaysAsync(days, context, cancel))
        {
            yield return reading;
        }

        var sums = new NightSums();
        foreach (var (entry, (kind, _)) in files.Where(file => file.Kind.Kind is not PolarKind.Activity))
        {
            var findings = new RowFindings(entry.Path, hasLines: false, context);
            var heartRates = new PolarHeartRates(findings);
            await foreach (var item in JsonItems.ReadAsync(entry, PathOf(kind), context, cancel))
            {
                findings.At = item.At;
                Add(kind, item.Value, sums, heartRates, findings);
                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }

            foreach (var reading in heartRates.Readings())
            {
                yield return reading;
            }
        }

        var totals = new RowFindings("sums of nights", hasLines: false, context);
        sums.AddTo(totals, PolarWords.Watch);
        foreach (var reading in totals.Take())
        {
            yield return reading;
        }
    }

    /// <summary>Days are named in the files' names, so that only the copies of one day have to be compared.</summary>
    private static async IAsyncEnumerable<Reading> ReadDaysAsync(IEnumerable<ExportEntry> entries, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var copies in entries.GroupBy(entry => entry.Name.Length > DayLength && entry.Name.StartsWith("activity-", StringComparison.OrdinalIgnoreCase) ? entry.Name[..DayLength] : entry.Path))
        {
            var read = new List<(JsonElement Day, RowFindings Findings)>();
            foreach (var entry in copies)
            {
                var findings = new RowFindings(entry.Path, hasLines: false, context);
                await foreach (var item in JsonItems.ReadAsync(entry, "", context, cancel))
                {
                    read.Add((item.Value, findings));
                }
            }

            if (read.Count > 0)
            {
                PolarDays.Add(read);
            }

            foreach (var reading in read.SelectMany(copy => copy.Findings.Take()))
            {
                yield return reading;
            }
        }
    }

    private static string PathOf(PolarKind kind) => kind switch
    {
        PolarKind.HeartRate => "deviceDays",
        PolarKind.Calendar => "physicalInformations",
        _ => "",
    };

    private static void Add(PolarKind kind, JsonElement item, NightSums sums, PolarHeartRates heartRates, RowFindings findings)
    {
        switch (kind)
        {
            case PolarKind.HeartRate:
                heartRates.Add(item);
                break;
            case PolarKind.Training:
                PolarTraining.Add(item, findings);
                break;
            case PolarKind.Night:
                PolarNights.Add(item, sums, findings);
                break;
            case PolarKind.Recovery:
                PolarNights.AddRecovery(item, findings);
                break;
            default:
                AddWeight(item, findings);
                break;
        }
    }

    /// <summary>The comma and the space are part of the name.</summary>
    private static void AddWeight(JsonElement item, RowFindings findings)
    {
        if ((item.Number("weight, kg") ?? item.Number("weight")) is > 0 and var mass && findings.Instant(item.Text("dateTime") ?? item.Text("date")) is { } at)
        {
            findings.Add(Metric.BodyMassKg, at, at, mass, PolarWords.Flow);
        }
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, (PolarKind Kind, bool IsSure) Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<(PolarKind Kind, bool IsSure)>(export, async entry =>
            entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || export.Entries.Count == 1
                ? PolarKinds.Of(entry.Name, await entry.HeadAsync(HeadBytes, cancel))
                : null);
}
