using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>A vendor's own minutes asleep and in bed, all sleeps of a local day added up: the day on which they ended.</summary>
internal sealed class NightSums
{
    private readonly SortedDictionary<DateOnly, (double Asleep, double InBed)> days = [];

    /// <summary>Adds a sleep; nothing was said where a number is null or zero.</summary>
    internal void Add(DateOnly day, double? asleepMinutes, double? inBedMinutes)
    {
        var known = days.GetValueOrDefault(day);
        days[day] = (known.Asleep + Math.Max(0, asleepMinutes ?? 0), known.InBed + Math.Max(0, inBedMinutes ?? 0));
    }

    /// <summary>The sums; to be asked for once, after all nights.</summary>
    internal void AddTo(RowFindings findings, Source source)
    {
        foreach (var (day, (asleep, inBed)) in days)
        {
            findings.AddDay(Metric.VendorSleepMinutes, day, asleep > 0 ? asleep : null, source);
            findings.AddDay(Metric.VendorInBedMinutes, day, inBed > 0 ? inBed : null, source);
        }
    }
}
