using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>Reads the rows of all tables for whoever understands them, and those whose columns are readings itself.</summary>
internal sealed class SamsungRows(ReadingContext context, SamsungSideCars sideCars)
{
    private const string SideCar = "binning_data";
    private readonly Dictionary<string, HashSet<string>> seen = [];

    /// <summary>The devices by their ids, as far as the export names them.</summary>
    internal SamsungDevices Devices { get; } = new();

    /// <summary>True where times turned out to be local, as an older version of the app wrote them.</summary>
    internal bool IsLocal { get; set; }

    /// <summary>The rows of a table. Of one row in several exports the one of the newest counts, so the newest has to be read first.</summary>
    internal async IAsyncEnumerable<(SamsungRow Row, RowFindings Findings)> ReadAsync(SamsungTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(table.Entry.Path, hasLines: true, context);
        await using var csv = await CsvTable.OpenAsync(table.Entry, table.Options, context, cancel);
        var columns = SamsungRow.Columns(csv.Header);
        if (!seen.TryGetValue(table.Name, out var ids))
        {
            seen.Add(table.Name, ids = []);
        }

        await foreach (var row in csv.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var found = new SamsungRow(row, columns, IsLocal);
            if (found["datauuid"] is not { } id || ids.Add(id))
            {
                yield return (found, findings);
            }
        }
    }

    /// <summary>The readings of a table whose rows are readings.</summary>
    internal async IAsyncEnumerable<Reading> ReadingsAsync(SamsungTable table, IReadOnlyList<SamsungColumn> columns, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (row, findings) in ReadAsync(table, cancel))
        {
            if (row.Instant("start_time", findings) is not { } start)
            {
                continue;
            }

            var end = row["end_time"] is not null && row.Instant("end_time", findings) is { } said && said >= start ? said : start;
            var source = Devices.SourceOf(row["deviceuuid"], row["source_name"]);
            if (columns[0].Metric is not Metric.HeartRateBpm || !await AddBeatsAsync(row, source, findings, cancel))
            {
                foreach (var column in columns)
                {
                    var value = row.Number(column.Name, findings);
                    var isCounted = column.Metric.Info().DayRule is DayRule.SlotSum;
                    findings.Add(column.Metric, start, isCounted && end == start ? start.AddMinutes(1) : isCounted ? end : start, value is 0 && column.IsZeroUnknown ? null : value, source);
                }
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>Variability stands in the side-cars only.</summary>
    internal async IAsyncEnumerable<Reading> VariabilityAsync(SamsungTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (row, findings) in ReadAsync(table, cancel))
        {
            var source = Devices.SourceOf(row["deviceuuid"], row["source_name"]);
            foreach (var (item, path) in await sideCars.ReadAsync(row[SideCar], cancel))
            {
                var inside = new RowFindings(path, hasLines: false, context) { At = item.At };
                if (Moments.Epoch(item.Value.Number("start_time")) is { } start)
                {
                    inside.Add(Metric.HrvSdnnMs, start, start, item.Value.Number("sdnn") is > 0 and var sdnn ? sdnn : null, source);
                    inside.Add(Metric.HrvRmssdMs, start, start, item.Value.Number("rmssd") is > 0 and var rmssd ? rmssd : null, source);
                }

                foreach (var reading in inside.Take())
                {
                    yield return reading;
                }
            }

            if (row[SideCar] is null)
            {
                context.Facts.LeftUnread("variability without its side-car");
            }
        }
    }

    /// <summary>
    /// Compares rows with their side-cars, which count in milliseconds since 1970: where a row is off by exactly its offset, the table's
    /// times are local.
    /// </summary>
    internal async Task FindClockAsync(SamsungTable table, CancellationToken cancel)
    {
        const int enough = 5;
        var (local, looked) = (0, 0);
        await using var csv = await CsvTable.OpenAsync(table.Entry, table.Options, new ReadingContext { Zones = context.Zones, AsOf = context.AsOf }, cancel);
        var columns = SamsungRow.Columns(csv.Header);
        await foreach (var csvRow in csv.RowsAsync(cancel))
        {
            var row = new SamsungRow(csvRow, columns, isLocal: false);
            var offset = Moments.Offset(row["time_offset"]) ?? TimeSpan.Zero;
            var items = offset != TimeSpan.Zero ? await sideCars.ReadAsync(row[SideCar], cancel) : [];
            var first = items.Select(item => Moments.Epoch(item.Item.Value.Number("start_time"))).FirstOrDefault(at => at is not null);
            var glance = new RowFindings(table.Entry.Path, hasLines: true, new ReadingContext { Zones = context.Zones, AsOf = context.AsOf });
            if (first is { } truth && row.Instant("start_time", glance) is { } written)
            {
                looked++;
                local += Math.Abs((written - truth - offset).TotalMinutes) <= 1 ? 1 : 0;
            }

            if (looked >= enough)
            {
                break;
            }
        }

        IsLocal = looked > 0 && local == looked;
    }

    private async Task<bool> AddBeatsAsync(SamsungRow row, Source source, RowFindings findings, CancellationToken cancel)
    {
        var items = await sideCars.ReadAsync(row[SideCar], cancel);
        foreach (var (item, _) in items)
        {
            if (Moments.Epoch(item.Value.Number("start_time")) is { } start)
            {
                findings.Add(Metric.HeartRateBpm, start, start, item.Value.Number("heart_rate") is > 0 and var bpm ? bpm : null, source);
            }
        }

        return items.Count > 0;
    }
}
