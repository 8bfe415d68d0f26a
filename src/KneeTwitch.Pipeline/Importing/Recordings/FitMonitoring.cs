using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>
/// A day's counters, which begin at local midnight, one for each kind of movement, and go on from file to file. Readings are their
/// differences; a file that begins within a day only continues one that was read before it.
/// </summary>
internal sealed class FitMonitoring
{
    private const int Walk = 6, Run = 1, Cycle = 2, Swim = 5;

    /// <summary>A counter seen longer ago than this does not show that the day was followed from its start.</summary>
    private static readonly TimeSpan Followed = TimeSpan.FromHours(26);

    private readonly Dictionary<(string Device, Metric Metric, int Movement), (DateTimeOffset At, DateOnly Day, double Value)> counters = [];
    private readonly Dictionary<(Source Source, Metric Metric, DateOnly Day), Dictionary<int, double>> totals = [];
    private readonly Dictionary<DateOnly, (DateTimeOffset Start, DateTimeOffset End)> days = [];
    private string device = "";
    private DateTimeOffset? last, begun;
    private int? offset;

    /// <summary>A new file begins.</summary>
    internal void Open(string deviceOfFile) => (device, last, begun, offset) = (deviceOfFile, null, null, null);

    internal void Read(FitMessage message, RowFindings findings, Source source)
    {
        if (message.Kind == 103)
        {
            begun = FitTime.Instant(message.Seconds);
            offset = FitTime.Offset(message[0], message.Seconds);
            if (begun is { } at && findings.IsPossible(at, message.At))
            {
                FitTime.Saw(findings.Context, at, offset);
                last = at;
            }
        }
        else if (message.Kind == 55)
        {
            Row(message, findings, source);
        }
    }

    /// <summary>The day's totals as the device counted them, once all files are read.</summary>
    internal void Close(RowFindings findings)
    {
        foreach (var ((source, metric, day), byMovement) in totals)
        {
            findings.AddDay(metric, day, byMovement.Values.Sum(), source, 0);
        }

        totals.Clear();
    }

    private void Row(FitMessage row, RowFindings findings, Source source)
    {
        if (Time(row) is not { } time)
        {
            findings.Reject("a monitoring row without a time", row.At);
            return;
        }

        if (!findings.IsPossible(time, row.At))
        {
            return;
        }

        var before = last is { } known && known < time ? known : (DateTimeOffset?)null;
        last = time;
        var movement = (int?)row[5] ?? ((int?)row[24] & 0x1F) ?? 0;
        findings.Add(Metric.HeartRateBpm, time, time, row[27] is > 0 ? row[27] : null, source, row.At);
        (Metric Metric, Metric? Vendor, double? Value)[] all =
        [
            (Metric.Steps, Metric.VendorSteps, movement is Walk or Run ? row[3] : null),
            (movement switch { Cycle => Metric.CyclingDistanceM, Swim => Metric.SwimmingDistanceM, _ => Metric.DistanceM },
                movement is Walk or Run ? Metric.VendorDistanceM : null, movement is Walk or Run or Cycle or Swim ? row[2] / 100 : null),
            (Metric.ActiveEnergyKcal, Metric.VendorActiveEnergyKcal, row[19]),
            (Metric.ModerateMinutes, Metric.VendorModerateMinutes, row[33]),
            (Metric.VigorousMinutes, Metric.VendorVigorousMinutes, row[34]),
        ];
        foreach (var (metric, vendor, value) in all)
        {
            if (value is { } count)
            {
                Count(metric, vendor, movement, count, before, time, source, findings, row.At);
            }
        }
    }

    private void Count(
        Metric metric, Metric? vendor, int movement, double value, DateTimeOffset? before, DateTimeOffset time, Source source, RowFindings findings, long at)
    {
        // The closing row stands at the next midnight and belongs to the day before.
        var day = Day(time.AddSeconds(-1), findings.Context);
        var midnight = days[day].Start;
        var key = (device, metric, movement);
        var isKnown = counters.TryGetValue(key, out var counter);
        var isSameDay = isKnown && counter.Day == day;
        if (isSameDay && time < counter.At)
        {
            return;
        }

        var isFollowed = isSameDay || begun <= midnight || (isKnown && midnight - counter.At < Followed);
        var already = isSameDay && value >= counter.Value ? counter.Value : 0;
        if (isFollowed && value > already)
        {
            var from = isSameDay && counter.At > midnight ? counter.At : midnight;
            findings.Add(metric, before > from ? before.Value : from, time, value - already, source, at);
        }

        counters[key] = (time, day, value);
        if (vendor is { } total)
        {
            var most = totals.TryGetValue((source, total, day), out var known) ? known : totals[(source, total, day)] = [];
            most[movement] = Math.Max(most.GetValueOrDefault(movement), value);
        }
    }

    private DateOnly Day(DateTimeOffset time, ReadingContext context)
    {
        if (offset is { } seconds && seconds != 0)
        {
            var local = time.ToOffset(TimeSpan.FromSeconds(seconds));
            var day = DateOnly.FromDateTime(local.DateTime);
            var start = new DateTimeOffset(day, TimeOnly.MinValue, local.Offset).ToUniversalTime();
            days.TryAdd(day, (start, start.AddDays(1)));
            return day;
        }

        var civil = context.Zones.DayOf(time);
        days.TryAdd(civil, (context.Zones.StartOf(civil), context.Zones.EndOf(civil)));
        return civil;
    }

    private DateTimeOffset? Time(FitMessage row)
    {
        if (row[26] is not { } low || last is not { } known)
        {
            return FitTime.Instant(row.Seconds);
        }

        var seconds = known.ToUnixTimeSeconds() - FitTime.Epoch;
        return known.AddSeconds(((long)low - (seconds & 0xFFFF)) & 0xFFFF);
    }
}
