using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Polar;

/// <summary>
/// Days of activity: steps by the minute and the vendor's total. Energy of a day holds what the body needs at rest, so it is not taken. A day
/// that was sent twice counts once, with the larger total.
/// </summary>
internal static class PolarDays
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    internal static void Add(IReadOnlyList<(JsonElement Day, RowFindings Findings)> copies)
    {
        var (day, findings) = copies.MaxBy(copy => Steps(copy.Day));
        if (copies.Count > 1)
        {
            findings.Context.Facts.LeftUnread("other copies of a day", copies.Count - 1);
        }

        if (findings.Day(day.Text("date")) is not { } date)
        {
            return;
        }

        var total = Steps(day);
        if (total <= 0)
        {
            findings.Context.Facts.LeftUnread("activity of a day without the watch");
            return;
        }

        findings.AddDay(Metric.VendorSteps, date, total, PolarWords.Watch);
        findings.AddDay(Metric.VendorDistanceM, date, day.Field("summary")?.Number("stepsDistance") is > 0 and var metres ? metres : null, PolarWords.Watch);
        var samples = Samples(day).ToList();
        var length = samples.Zip(samples.Skip(1), (a, b) => b.Time - a.Time).Where(gap => gap > TimeSpan.Zero).Append(Usual).Min();
        foreach (var (time, steps) in samples.Where(sample => sample.Steps > 0))
        {
            var at = findings.Context.Zones.ToUtc(date.ToDateTime(TimeOnly.MinValue) + time);
            findings.Add(Metric.Steps, at, at + length, steps, PolarWords.Watch);
        }
    }

    private static double Steps(JsonElement day) => day.Field("summary")?.Number("stepCount") ?? Samples(day).Sum(sample => sample.Steps);

    private static IEnumerable<(TimeSpan Time, double Steps)> Samples(JsonElement day)
    {
        foreach (var sample in day.Field("samples")?.Items("steps") ?? [])
        {
            if (PolarWords.TimeOfDay(sample.Text("localTime")) is { } time && sample.Number("value") is { } steps)
            {
                yield return (time, steps);
            }
        }
    }
}
