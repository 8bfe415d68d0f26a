using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>
/// What is taken from a row of each table of Mi Fitness, Xiaomi's other app. Watch, band and phone count the same walk, so each is a source of
/// its own; times are seconds since 1970.
/// </summary>
internal sealed class XiaomiTables
{
    private const double LongestWorkoutSeconds = 7 * 86_400;
    private const double MostAstraySeconds = 300;
    private const string DailyReport = "daily_report";
    private static readonly Source App = Source.Named("Mi Fitness", SourceKind.App);
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    internal void Add(ZeppKind kind, CsvRow row, RowFindings findings)
    {
        if (kind is ZeppKind.XiaomiDevices)
        {
            AddDevice(row);
        }
        else if (Value(row["Value"]) is not { } value || row["Key"] is not { } key)
        {
            findings.Reject("a value that is no JSON");
        }
        else if (kind is ZeppKind.XiaomiDays)
        {
            AddDay(row, key, value, findings);
        }
        else if (kind is ZeppKind.XiaomiWorkouts)
        {
            AddWorkout(row, key, value, findings);
        }
        else if (XiaomiWords.Nights.Contains(key))
        {
            AddNight(row, value, findings);
        }
        else
        {
            AddSample(row, key, value, findings);
        }
    }

    private void AddDevice(CsvRow row)
    {
        if ((row["Sid"], row["Name"] ?? row["Model"]) is ({ } id, { } name))
        {
            names[id] = name;
        }
    }

    private void AddSample(CsvRow row, string key, JsonElement value, RowFindings findings)
    {
        if (!XiaomiWords.Samples.TryGetValue(key, out var fields))
        {
            findings.Context.Facts.LeftUnread($"Mi Fitness {key}");
        }
        else if (Time(row.Number("Time"), findings) is { } at)
        {
            foreach (var (field, metric) in fields)
            {
                var number = value.Number(field);
                var isCounted = metric.Info().DayRule is DayRule.SlotSum;
                number = metric is Metric.HeartRateBpm or Metric.RestingHeartRateBpm ? ZeppWords.Pulse(number) : !isCounted && number is 0 ? null : number;
                findings.Add(metric, at, isCounted ? at.AddMinutes(1) : at, number, SourceOf(row["Sid"]));
            }
        }
    }

    /// <summary>The stamp is the first instant of a day where the wearer was then: at noon it is that day in the zones around as well.</summary>
    private static void AddDay(CsvRow row, string key, JsonElement value, RowFindings findings)
    {
        if (row["Tag"] is not DailyReport || !XiaomiWords.Days.TryGetValue(key, out var fields))
        {
            findings.Context.Facts.LeftUnread($"Mi Fitness {row["Tag"]} {key}");
        }
        else if (Time(row.Number("Time"), findings) is { } at)
        {
            var day = findings.Context.Zones.DayOf(at.AddHours(12));
            foreach (var (field, metric) in fields)
            {
                findings.AddDay(metric, day, value.Number(field) is > 0 and var number ? number : null, App);
            }
        }
    }

    private void AddWorkout(CsvRow row, string key, JsonElement value, RowFindings findings)
    {
        if (Time(value.Number("start_time") ?? row.Number("Time"), findings) is not { } start)
        {
            return;
        }

        var seconds = value.Number("duration") is > 0 and <= LongestWorkoutSeconds and var said ? said : (double?)null;
        var end = Moments.Epoch(value.Number("end_time")) is { } written && written > start ? written : findings.After(start, seconds);
        if (end is { } known)
        {
            new FoundWorkout(start, known, SportWords.Find(XiaomiWords.Sport(row["Category"] ?? key)))
            {
                Minutes = seconds / 60,
                DistanceM = value.Number("distance"),
                EnergyKcal = value.Number("calories"),
                AverageHeartRateBpm = ZeppWords.Pulse(value.Number("avg_hrm")),
                MaxHeartRateBpm = ZeppWords.Pulse(value.Number("max_hrm")),
            }.AddTo(findings, SourceOf(row["Sid"]));
        }
    }

    /// <summary>The row's own time is when the night was written down. Parts that do not add up to the night's sums are not believed.</summary>
    private void AddNight(CsvRow row, JsonElement value, RowFindings findings)
    {
        var (bed, wake) = (value.Number("bedtime") ?? value.Number("device_bedtime"), value.Number("wake_up_time") ?? value.Number("device_wake_up_time"));
        if (Time(bed, findings) is not { } start || Time(wake, findings) is not { } end)
        {
            return;
        }

        var seconds = XiaomiWords.Stages.ToDictionary(stage => stage.Stage, stage => value.Number(stage.Field) is > 0 and <= 1_440 and var minutes ? minutes * 60 : 0);
        var parts = Parts(value).ToList();
        var fits = seconds.Values.Sum() == 0 || XiaomiWords.Stages.All(stage =>
            Math.Abs(parts.Where(part => part.Stage == stage.Stage).Sum(part => (part.End - part.Start).TotalSeconds) - seconds[stage.Stage]) <= MostAstraySeconds);
        if (seconds.Values.Sum() == seconds[SleepStage.Awake] && parts.Count == 0)
        {
            seconds[SleepStage.Asleep] = value.Number("duration") is > 0 and <= 1_440 and var asleep ? asleep * 60 : 0;
        }

        new FoundNight(start, end) { Parts = fits ? parts : [], Seconds = seconds }.AddTo(findings, SourceOf(row["Sid"]));
    }

    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Parts(JsonElement night)
    {
        var before = DateTimeOffset.MinValue;
        foreach (var part in night.Items("items").OrderBy(part => part.Number("start_time") ?? 0))
        {
            var stage = Array.Find(XiaomiWords.Stages, stage => stage.State == part.Number("state"));
            if (stage.Field is not null && Moments.Epoch(part.Number("start_time")) is { } start && Moments.Epoch(part.Number("end_time")) is { } end
                && end > start && start >= before)
            {
                before = end;
                yield return (start, end, stage.Stage);
            }
        }
    }

    private Source SourceOf(string? id)
    {
        if (id is null)
        {
            return App;
        }

        if (!sources.TryGetValue(id, out var source))
        {
            var kind = id.Contains("manual", StringComparison.OrdinalIgnoreCase) ? SourceKind.Manual : id.All(char.IsAsciiDigit) ? SourceKind.Worn : SourceKind.Unknown;
            source = Source.Named($"Mi Fitness {names.GetValueOrDefault(id, id)}", kind);
            sources.Add(id, source);
        }

        return source;
    }

    private static DateTimeOffset? Time(double? seconds, RowFindings findings)
    {
        if (seconds is > 0 && Moments.Epoch(seconds) is { } at)
        {
            return at;
        }

        findings.Reject("a date that cannot be read");
        return null;
    }

    private static JsonElement? Value(string? cell)
    {
        if (cell is not ['{', ..])
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(cell);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
