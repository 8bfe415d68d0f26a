using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>Reads the tables of scale, cuff and days, whose times are the account's wall clock. Body water is no drink and stays unread.</summary>
internal sealed class WithingsBody(ReadingContext context)
{
    private static readonly Dictionary<string, double> KilogramsIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kg"] = 1,
        ["lb"] = 0.45359237,
        ["lbs"] = 0.45359237,
        ["st"] = 6.35029318,
    };

    private static readonly Dictionary<string, double> CentimetresIn = new(StringComparer.OrdinalIgnoreCase) { ["m"] = 100, ["cm"] = 1 };

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        if (Date(table) < 0 || Reader(name, table) is not { } read)
        {
            findings.Reject($"the columns are not those of {name}: {string.Join(", ", table.Header.Take(4))}");
            yield break;
        }

        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var date = row[Date(table)];
            if (findings.Day(date) is not null && Moments.Parse(date) is { } moment)
            {
                read(row, moment, findings);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private static int Date(CsvTable table) => WithingsWords.Date.Select(table.Find).FirstOrDefault(column => column >= 0, -1);

    private static Action<CsvRow, Moment, RowFindings>? Reader(string name, CsvTable table) => name switch
    {
        "weight" when Column(table, WithingsWords.Weight) is { } weight && Unit(weight.Name, KilogramsIn) is { } unit =>
            (row, moment, findings) => AddWeight(row, row.Number(weight.Place) * unit, Fat(table, row), moment, findings),
        "height" when Column(table, WithingsWords.Height) is { } height && Unit(height.Name, CentimetresIn) is { } unit =>
            (row, moment, findings) => AddAt(Metric.HeightCm, row.Number(height.Place) * unit, moment, WithingsMetrics.App, findings),
        "bp" when Column(table, WithingsWords.Systolic) is not null => (row, moment, findings) => AddPressure(table, row, moment, findings),
        "manual_spo2" when table.Header.Count > 1 =>
            (row, moment, findings) => AddAt(Metric.OxygenSaturationPercent, row.Number(1), moment, WithingsMetrics.Watch, findings),
        _ when WithingsMetrics.Total(name) is { } total && table.Has("value") =>
            (row, moment, findings) => findings.AddDay(total, moment.Day, row.Number("value"), WithingsMetrics.App),
        _ => null,
    };

    private static void AddWeight(CsvRow row, double? kilograms, double? fatKilograms, Moment moment, RowFindings findings)
    {
        AddAt(Metric.BodyMassKg, kilograms, moment, WithingsMetrics.Scale, findings);
        if (kilograms is > 0 && fatKilograms is > 0)
        {
            AddAt(Metric.BodyFatPercent, 100 * fatKilograms / kilograms, moment, WithingsMetrics.Scale, findings);
        }
        else if (kilograms is null && row.Count > 1)
        {
            findings.Context.Facts.LeftUnread("rows of weight.csv without a weight");
        }
    }

    private static void AddPressure(CsvTable table, CsvRow row, Moment moment, RowFindings findings)
    {
        double? Number(string[] names) => Column(table, names) is { } column ? row.Number(column.Place) : null;

        AddAt(Metric.SystolicMmhg, Number(WithingsWords.Systolic), moment, WithingsMetrics.Cuff, findings);
        AddAt(Metric.DiastolicMmhg, Number(WithingsWords.Diastolic), moment, WithingsMetrics.Cuff, findings);
        AddAt(Metric.HeartRateBpm, Number(WithingsWords.HeartRate), moment, WithingsMetrics.Cuff, findings);
    }

    private static void AddAt(Metric metric, double? value, Moment moment, Source source, RowFindings findings)
    {
        if (value is not null && findings.Instant(moment) is { } at)
        {
            findings.Add(metric, at, at, value, source);
        }
    }

    private static double? Fat(CsvTable table, CsvRow row) =>
        Column(table, WithingsWords.FatMass) is { } fat && Unit(fat.Name, KilogramsIn) is { } unit ? row.Number(fat.Place) * unit : null;

    /// <summary>A column by its name without the unit in brackets, which follows the wearer's settings.</summary>
    private static (int Place, string Name)? Column(CsvTable table, string[] names)
    {
        for (var i = 0; i < table.Header.Count; i++)
        {
            var bare = CsvHeader.Normalize(table.Header[i].Split('(')[0]);
            if (names.Any(name => CsvHeader.Normalize(name) == bare))
            {
                return (i, table.Header[i]);
            }
        }

        return null;
    }

    private static double? Unit(string header, Dictionary<string, double> units)
    {
        var open = header.IndexOf('(', StringComparison.Ordinal);
        return open >= 0 && units.TryGetValue(header[(open + 1)..].TrimEnd(')', ' '), out var size) ? size : null;
    }
}
