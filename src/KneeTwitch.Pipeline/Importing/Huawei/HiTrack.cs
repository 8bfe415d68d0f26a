using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Huawei;

/// <summary>A track as text: a list of keys and values a line. Times are seconds or milliseconds since 1970, or seconds of the UTC day on which the workout began.</summary>
internal sealed class HiTrack
{
    private const int MostPoints = 500_000;
    private const double RelativeBelow = 604_800;
    private const double EarthMetres = 6_371_000;
    private const double MostMetresPerSecond = 60;
    private readonly List<(DateTimeOffset At, double Bpm)> pulse = [];
    private readonly List<(DateTimeOffset At, double PerMinute)> steps = [];
    private (DateTimeOffset At, double Latitude, double Longitude)? lastPoint;
    private double metres;
    private bool hasStrokes;

    internal DateTimeOffset? First { get; private set; }

    internal DateTimeOffset? Last { get; private set; }

    /// <summary>The day to which relative times belong; null where only other times can be read.</summary>
    internal DateTimeOffset? Start { get; init; }

    internal IReadOnlyList<(DateTimeOffset At, double Bpm)> Pulse => pulse;

    internal double? DistanceM => metres > 0 ? metres : null;

    /// <summary>What the rate of steps tells of the sport, where nothing else does.</summary>
    internal Sport Sport =>
        hasStrokes ? Sport.Swim
        : steps.Count == 0 ? Sport.Other
        : steps.Select(step => step.PerMinute).Order().ElementAt(steps.Count / 2) >= HuaweiWords.RunningStepsPerMinute ? Sport.Run
        : Sport.Walk;

    internal static HiTrack Of(string text, DateTimeOffset? start)
    {
        var track = new HiTrack { Start = start };
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            track.Add(line.ToString());
        }

        return track;
    }

    /// <summary>Takes a line; false where it is none of a track.</summary>
    internal bool Add(string line)
    {
        if (!line.StartsWith("tp=", StringComparison.Ordinal))
        {
            return false;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.IndexOf('=') is var at and > 0)
            {
                values[part[..at]] = part[(at + 1)..];
            }
        }

        double? Number(string key) => values.TryGetValue(key, out var text) ? TextNumber.Parse(text) : null;

        switch (values.GetValueOrDefault("tp"))
        {
            case "lbs":
                AddPoint(Number("lat"), Number("lon"), Number("t"));
                break;
            case "h-r" when Time(Number("k")) is { } at && Number("v") is >= 1 and <= 254 and var bpm && pulse.Count < MostPoints:
                pulse.Add((at, bpm));
                See(at);
                break;
            case "s-r" when Time(Number("k")) is { } at && Number("v") is { } rate && steps.Count < MostPoints:
                // Below zero it is the stroke of a swimmer.
                hasStrokes |= rate < 0;
                if (rate > 0)
                {
                    steps.Add((at, rate));
                }

                See(at);
                break;
        }

        return true;
    }

    /// <summary>Adds the pulse and the steps, a minute at a time and not beyond the end.</summary>
    internal void AddTo(RowFindings findings, DateTimeOffset end)
    {
        foreach (var (at, bpm) in pulse)
        {
            findings.Add(Metric.HeartRateBpm, at, at, bpm, HuaweiWords.Watch);
        }

        foreach (var (at, rate) in hasStrokes ? [] : steps)
        {
            var share = Math.Clamp((end - at).TotalMinutes, 0, 1);
            findings.Add(Metric.Steps, at, at.AddMinutes(share), share > 0 ? Math.Round(rate * share) : null, HuaweiWords.Watch);
        }
    }

    /// <summary>A place at 90 north, 80 west is a pause, one at zero is no place yet.</summary>
    private void AddPoint(double? latitude, double? longitude, double? time)
    {
        if (Time(time) is not { } at || latitude is not (>= -90 and <= 90 and var north) || longitude is not (>= -180 and <= 180 and var east) || (north, east) is (0, 0))
        {
            return;
        }

        if ((north, east) is (90, -80))
        {
            lastPoint = null;
            See(at);
            return;
        }

        if (lastPoint is var (before, fromNorth, fromEast) && Metres(fromNorth, fromEast, north, east) is var way && way <= MostMetresPerSecond * Math.Max(1, (at - before).TotalSeconds))
        {
            metres += way;
        }

        lastPoint = (at, north, east);
        See(at);
    }

    private DateTimeOffset? Time(double? number) =>
        number is > 0 and < RelativeBelow
            ? Start is { } start ? new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero).AddSeconds(number.Value) : null
            : number is > 0 ? Moments.Epoch(number) : null;

    private void See(DateTimeOffset at)
    {
        First = First is null || at < First ? at : First;
        Last = Last is null || at > Last ? at : Last;
    }

    private static double Metres(double north, double east, double toNorth, double toEast)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;

        var (up, right) = (Math.Sin(Radians(toNorth - north) / 2), Math.Sin(Radians(toEast - east) / 2));
        var chord = (up * up) + (Math.Cos(Radians(north)) * Math.Cos(Radians(toNorth)) * right * right);
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
