using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Reads the JSON files of sleep. Times are wall clock; what lies between them is counted in elapsed seconds.</summary>
internal static class FitbitSleep
{
    private const int MostParts = 5_000;
    private const double LongestSeconds = 86_400;

    internal static async Task ReadAsync(ExportEntry entry, FitbitImport import, FitbitNights nights, CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, import.Context);
        await foreach (var item in JsonItems.ReadAsync(entry, "", import.Context, cancel))
        {
            findings.At = item.At;
            if (Night(item.Value, import, findings) is { } night)
            {
                nights.Add(item.Value.Text("logId") ?? night.Start.ToString("O", System.Globalization.CultureInfo.InvariantCulture), night);
            }
        }
    }

    internal static SleepStage? StageOf(string? word) => word?.ToUpperInvariant() switch
    {
        "WAKE" or "AWAKE" or "RESTLESS" => SleepStage.Awake,
        "LIGHT" => SleepStage.Light,
        "DEEP" => SleepStage.Deep,
        "REM" => SleepStage.Rem,
        "ASLEEP" => SleepStage.Asleep,
        _ => null,
    };

    private static FitbitNight? Night(JsonElement log, FitbitImport import, RowFindings findings)
    {
        if (import.Local(log.Text("startTime"), findings) is not { } start)
        {
            return null;
        }

        var seconds = (log.Number("duration") / 1_000) ?? (log.Number("timeInBed") * 60);
        if (seconds is not (> 0 and <= LongestSeconds) || findings.After(start, seconds) is not { } end)
        {
            findings.Reject("a sleep without a duration, or one longer than a day");
            return null;
        }

        var wall = FitbitImport.Wall(log.Text("startTime")) ?? DateTime.MinValue;
        var day = Moments.Parse(log.Text("dateOfSleep"))?.Day ?? DateOnly.FromDateTime(wall + (end - start));
        var levels = log.Field("levels") ?? default;
        var hasStages = log.Text("type") is "stages";
        return new FitbitNight
        {
            Start = start,
            End = end,
            Day = day,
            HasStages = hasStages,
            MinutesAsleep = log.Number("minutesAsleep"),
            MinutesInBed = log.Number("timeInBed"),
            MinutesAwakeAtEnd = log.Number("minutesAfterWakeup") ?? 0,
            Minutes = Summary(levels),
            Parts = Cut(Parts(levels, "data", wall, start, end, findings), Parts(levels, "shortData", wall, start, end, findings)),
            Findings = findings,
            At = findings.At,
        };
    }

    private static Dictionary<SleepStage, double> Summary(JsonElement levels)
    {
        var minutes = new Dictionary<SleepStage, double>();
        if (levels.Field("summary") is { ValueKind: JsonValueKind.Object } summary)
        {
            foreach (var level in summary.EnumerateObject())
            {
                if (StageOf(level.Name) is { } stage && level.Value.Number("minutes") is >= 0 and <= 1_440 and var value)
                {
                    minutes[stage] = minutes.GetValueOrDefault(stage) + value;
                }
            }
        }

        return minutes;
    }

    private static List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Parts(
        JsonElement levels, string name, DateTime wallStart, DateTimeOffset nightStart, DateTimeOffset nightEnd, RowFindings findings)
    {
        var parts = new List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)>();
        foreach (var item in levels.Items(name).Take(MostParts))
        {
            if (FitbitImport.Wall(item.Text("dateTime")) is not { } wall || item.Number("seconds") is not (> 0 and <= LongestSeconds and var seconds))
            {
                findings.Reject("a part of a sleep that cannot be read");
                continue;
            }

            if (StageOf(item.Text("level")) is not { } stage)
            {
                findings.Context.Facts.LeftUnread("levels of sleep that are not known");
                continue;
            }

            // Where the clock changed within the night, its hour stands between two parts that follow each other.
            var elapsed = (wall - wallStart).TotalSeconds;
            if (parts.Count > 0 && name is "data" && Math.Abs(Math.Abs(elapsed - (parts[^1].End - nightStart).TotalSeconds) - 3_600) < 1)
            {
                elapsed = (parts[^1].End - nightStart).TotalSeconds;
            }

            if (elapsed is < 0 or > LongestSeconds)
            {
                findings.Reject("a part of a sleep outside of it");
                continue;
            }

            var start = nightStart.AddSeconds(elapsed);
            var end = start.AddSeconds(seconds);
            parts.Add((start, end < nightEnd ? end : nightEnd, stage));
        }

        return [.. parts.Where(part => part.End > part.Start)];
    }

    /// <summary>Short wakes lie over the stages: what is under them is cut out, so that no minute is counted twice.</summary>
    private static List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Cut(
        List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> stages, List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> wakes)
    {
        var line = new List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)>();
        foreach (var part in wakes.OrderBy(part => part.Start).Concat(stages.OrderBy(part => part.Start)))
        {
            var at = part.Start;
            foreach (var other in line.Where(other => other.Start < part.End && other.End > part.Start).OrderBy(other => other.Start).ToList())
            {
                if (other.Start > at)
                {
                    line.Add((at, other.Start, part.Stage));
                }

                at = other.End > at ? other.End : at;
            }

            if (part.End > at)
            {
                line.Add((at, part.End, part.Stage));
            }
        }

        line.Sort((a, b) => a.Start.CompareTo(b.Start));
        return line;
    }
}
