using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Polar;

/// <summary>The pulse round the clock. Where two devices were worn on one day, each hour is the one's that measured more often in it.</summary>
internal sealed class PolarHeartRates(RowFindings findings)
{
    private const int HourSeconds = 3_600;
    private const int LongestDaySeconds = 26 * HourSeconds;
    private const int MostSamples = 4_000_000;
    private readonly Dictionary<DateOnly, Dictionary<string, List<(int Second, float Bpm)>>> days = [];
    private int count;

    internal void Add(JsonElement deviceDay)
    {
        if (findings.Day(deviceDay.Text("date")) is not { } day)
        {
            return;
        }

        var devices = days.TryGetValue(day, out var known) ? known : days[day] = [];
        var device = deviceDay.Text("deviceId") ?? "";
        var samples = devices.TryGetValue(device, out var some) ? some : devices[device] = [];
        foreach (var sample in deviceDay.Items("samples"))
        {
            // No contact is a pulse of zero.
            if (count < MostSamples && sample.Number("heartRate") is > 0 and < 1_000 and var bpm && sample.Number("secondsFromDayStart") is >= 0 and < LongestDaySeconds and var second)
            {
                samples.Add(((int)second, (float)bpm));
                count++;
            }
        }
    }

    /// <summary>The readings; to be asked for once, at the end of a file.</summary>
    internal IEnumerable<Reading> Readings()
    {
        foreach (var (day, devices) in days.OrderBy(day => day.Key))
        {
            var start = findings.Context.Zones.StartOf(day);
            var hours = devices.Values
                .SelectMany(samples => samples.GroupBy(sample => sample.Second / HourSeconds, (hour, some) => (Hour: hour, Samples: some.ToList())))
                .GroupBy(hour => hour.Hour, (_, rivals) => rivals.MaxBy(rival => rival.Samples.Count).Samples);
            foreach (var (second, bpm) in hours.SelectMany(samples => samples))
            {
                var at = start.AddSeconds(second);
                findings.Add(Metric.HeartRateBpm, at, at, bpm, PolarWords.Watch);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }
}
