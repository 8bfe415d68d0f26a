using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>What is taken from a row of each table besides nights.</summary>
internal sealed class ZeppTables(ReadingContext context, ZeppNights nights, XiaomiTables xiaomi)
{
    private const double LongestWorkoutSeconds = 7 * 86_400;
    private readonly ZeppClock steps = new(context.Zones);
    private readonly ZeppClock beats = new(context.Zones);

    internal void Add(ZeppKind kind, CsvRow row, CsvTable table, RowFindings findings)
    {
        switch (kind)
        {
            case ZeppKind.Nights:
                nights.Add(row, table.Has("REMTime"), table.Find("naps"), findings);
                break;
            case ZeppKind.SleepMinutes:
                nights.AddMinute(row, findings);
                break;
            case ZeppKind.Days:
                AddDay(row, findings);
                break;
            case ZeppKind.StepMinutes:
                if (Minute(row, steps, findings) is { } minute && row.Number("steps") is > 0 and var count)
                {
                    findings.Add(Metric.Steps, minute, minute.AddMinutes(1), count, ZeppWords.Band);
                }

                break;
            case ZeppKind.HeartRates:
                if (Minute(row, beats, findings) is { } at)
                {
                    findings.Add(Metric.HeartRateBpm, at, at, ZeppWords.Pulse(row.Number("heartRate")), ZeppWords.Band);
                }

                break;
            case ZeppKind.HeartRateStamps:
                AddStamp(row, findings);
                break;
            case ZeppKind.Workouts:
                AddWorkout(row, findings);
                break;
            case >= ZeppKind.XiaomiDevices:
                xiaomi.Add(kind, row, findings);
                break;
            default:
                AddBody(row, findings);
                break;
        }
    }

    /// <summary>Totals of a day; all zeros is a band that was not worn.</summary>
    private static void AddDay(CsvRow row, RowFindings findings)
    {
        if (findings.Day(row["date"]) is not { } day)
        {
            return;
        }

        (Metric Metric, double? Value)[] totals =
            [(Metric.VendorSteps, row.Number("steps")), (Metric.VendorDistanceM, row.Number("distance")), (Metric.VendorActiveEnergyKcal, row.Number("calories"))];
        if (totals.All(total => total.Value is null or 0))
        {
            findings.Context.Facts.LeftUnread("totals of a day without the band");
            return;
        }

        foreach (var (metric, value) in totals)
        {
            findings.AddDay(metric, day, value, ZeppWords.Band);
        }
    }

    private static DateTimeOffset? Minute(CsvRow row, ZeppClock clock, RowFindings findings)
    {
        if (Moments.Parse($"{row["date"]} {row["time"]}") is { HasTime: true } moment)
        {
            return clock.ToUtc(moment.Wall);
        }

        findings.Reject("a date that cannot be read");
        return null;
    }

    /// <summary>The header promises four columns, the rows have two: seconds since 1970 and the pulse. By the minute, as the other table has it.</summary>
    private static void AddStamp(CsvRow row, RowFindings findings)
    {
        var isAsPromised = row.Count > 2;
        var seconds = isAsPromised ? row.Number("timestamp") : row.Number(0);
        if (Moments.Epoch(seconds) is not { } at)
        {
            findings.Reject("a date that cannot be read");
            return;
        }

        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
        findings.Add(Metric.HeartRateBpm, at, at, ZeppWords.Pulse(isAsPromised ? row.Number("heartRate") : row.Number(1)), ZeppWords.Band);
    }

    /// <summary>Minus one is what was not measured.</summary>
    private static void AddWorkout(CsvRow row, RowFindings findings)
    {
        if (findings.Instant(row["startTime"]) is not { } start)
        {
            return;
        }

        if (row.Number("sportTime(s)") is not (> 0 and <= LongestWorkoutSeconds and var seconds))
        {
            findings.Reject("a workout without a duration");
            return;
        }

        double? Measured(string column) => row.Number(column) is > 0 and var value ? value : null;

        new FoundWorkout(start, start.AddSeconds(seconds), ZeppWords.SportOf(row["type"]))
        {
            DistanceM = Measured("distance(m)"),
            EnergyKcal = Measured("calories(kcal)"),
        }.AddTo(findings, ZeppWords.Band);
    }

    private static void AddBody(CsvRow row, RowFindings findings)
    {
        if (ZeppNights.Time(row["timestamp"], findings) is not { } at)
        {
            return;
        }

        double? Measured(string column) => row[column] is { } text && TextNumber.Parse(text) is > 0 and var value ? value : null;

        findings.Add(Metric.BodyMassKg, at, at, Measured("weight"), ZeppWords.Scale);
        findings.Add(Metric.BodyFatPercent, at, at, Measured("fatRate"), ZeppWords.Scale);
    }
}
