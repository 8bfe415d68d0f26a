using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>
/// Reads the tables of Google's folders, whose times are true UTC. They repeat what the JSON says: days that the JSON has told are passed
/// over. Several recorders count the same walk in one file; each is a source of its own, so that they are merged and never added up.
/// </summary>
internal sealed class FitbitGoogleData(FitbitImport import)
{
    private readonly Dictionary<string, Source> sources = [];

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, import.Context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, import.Context, cancel);
        var columns = (FitbitGoogleTables.Find(entry) ?? []).Where(column => table.Has(column.Name)).DistinctBy(column => column.Metric).ToList();
        if (table.Header.Count == 0)
        {
            yield break;
        }

        if (columns.Count == 0 || !table.Has("timestamp"))
        {
            findings.Reject($"columns that are not known: {string.Join(", ", table.Header.Take(4))}");
            yield break;
        }

        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            Add(row, columns, findings);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void Add(CsvRow row, List<FitbitGoogleColumn> columns, RowFindings findings)
    {
        if (findings.InstantWithOffset(row["timestamp"]) is not { } at)
        {
            return;
        }

        foreach (var column in columns)
        {
            if (import.IsTold(column.Metric, at))
            {
                findings.Context.Facts.LeftUnread($"{column.Metric.Info().Label.ToLowerInvariant()} that the JSON files hold as well");
                continue;
            }

            // A stamp on the minute stands for that minute, one within it for the moment.
            var isMinute = column.Metric.Info().DayRule is DayRule.SlotSum && at is { Second: 0, Millisecond: 0 };
            var value = row.Number(column.Name) * column.Size;
            findings.Add(column.Metric, at, isMinute ? at.AddMinutes(1) : at, value is 0 && column.Metric is Metric.RestingHeartRateBpm ? null : value, SourceOf(row["data source"]));
        }
    }

    /// <summary>The recorder: a watch by its model, the phone, or another app whose data Google copied.</summary>
    private Source SourceOf(string? name)
    {
        if (name is null)
        {
            return FitbitImport.Tracker;
        }

        if (!sources.TryGetValue(name, out var source))
        {
            var isCopy = name.EndsWith("Health Connect", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Health Kit", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("HealthKit", StringComparison.OrdinalIgnoreCase);
            var isPhone = name.Contains("phone", StringComparison.OrdinalIgnoreCase);
            source = Source.Named($"Fitbit {name}", isCopy ? SourceKind.App : isPhone ? SourceKind.Phone : SourceKind.Worn);
            sources[name] = source;
        }

        return source;
    }
}
