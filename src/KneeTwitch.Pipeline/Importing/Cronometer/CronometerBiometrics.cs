using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>Reads <c>biometrics.csv</c>. What a connected device wrote carries its name in parentheses and comes with that device's own export.</summary>
internal sealed class CronometerBiometrics(ReadingContext context, DayFiles files)
{
    private const double MinutesInHour = 60;

    private static readonly Dictionary<string, (Metric Metric, Dimension Dimension, double Size)> Known = new(StringComparer.Ordinal)
    {
        ["weight"] = (Metric.BodyMassKg, Dimension.Mass, 1_000),
        ["bodyfat"] = (Metric.BodyFatPercent, Dimension.Percent, 1),
        ["heartrate"] = (Metric.HeartRateBpm, Dimension.Rate, 1),
        ["heartrate(resting)"] = (Metric.RestingHeartRateBpm, Dimension.Rate, 1),
        ["restingheartrate"] = (Metric.RestingHeartRateBpm, Dimension.Rate, 1),
        ["bloodglucose"] = (Metric.BloodGlucoseMgPerDl, Dimension.Glucose, 1),
        ["bodytemperature"] = (Metric.BodyTemperatureC, Dimension.Temperature, 1),
    };

    private readonly DayDiary diary = new(context, Source.Named("Cronometer biometrics", SourceKind.App));

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        var place = new
        {
            Day = CronometerWords.Find(table, CronometerWords.Day),
            Time = CronometerWords.Find(table, CronometerWords.Time),
            Metric = CronometerWords.Find(table, CronometerWords.Biometric),
            Unit = CronometerWords.Find(table, CronometerWords.Unit),
            Amount = CronometerWords.Find(table, CronometerWords.Amount),
        };
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (row.IsHeader || findings.Day(row[place.Day], files.OrderOf(entry)) is not { } day)
            {
                continue;
            }

            if (files.Tells(entry, day))
            {
                var said = LogTime.Of(day, row[place.Time], null, context.Zones);
                var at = said.Start == said.End ? said.Start : context.Zones.StartOf(day);
                await diary.TellAsync(day, findings, cancel);
                if (!Add(CsvHeader.Normalize(row[place.Metric] ?? ""), row[place.Amount] ?? "", row[place.Unit] ?? "", day, at, table.HasDecimalComma, findings)
                    && row[place.Metric] is { } name)
                {
                    var tag = new Tag { Name = name, Amount = CronometerWords.Number(row, place.Amount, table.HasDecimalComma), Unit = row[place.Unit] };
                    await diary.AddAsync(day, said, null, tag, name, findings, cancel);
                }
            }
            else
            {
                context.Facts.LeftUnread("biometrics of days that a newer file tells");
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>False for what has no place among readings: moods, and what the wearer made up.</summary>
    private static bool Add(string name, string amount, string unit, DateOnly day, DateTimeOffset at, bool hasDecimalComma, RowFindings findings)
    {
        if (name is "bloodpressure" && amount.Split('/') is [var systolic, var diastolic])
        {
            AddAt(Metric.SystolicMmhg, TextNumber.Parse(systolic), at, findings);
            AddAt(Metric.DiastolicMmhg, TextNumber.Parse(diastolic), at, findings);
        }
        else if (name is "sleep")
        {
            var hours = unit.StartsWith('h') || unit.Length == 0 ? TextNumber.ParseGrouped(amount, hasDecimalComma) : null;
            findings.AddDay(Metric.VendorSleepMinutes, day, hours * MinutesInHour, CronometerExportReader.App);
        }
        else if (Known.TryGetValue(name, out var known))
        {
            var value = TextNumber.ParseGrouped(amount, hasDecimalComma) is { } number ? Units.ToBase(number, unit, known.Dimension) / known.Size : null;
            AddAt(known.Metric, value, at, findings);
        }
        else
        {
            if (!name.EndsWith(')'))
            {
                return false;
            }

            findings.Context.Facts.LeftUnread("biometrics from connected devices");
        }

        return true;
    }

    private static void AddAt(Metric metric, double? value, DateTimeOffset at, RowFindings findings)
    {
        if (value is null)
        {
            findings.Reject($"{metric.Info().Label}: no number, or a unit that is not known");
        }

        findings.Add(metric, at, at, value, CronometerExportReader.App);
    }
}
