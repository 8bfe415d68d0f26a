using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>A time in bed as a vendor tells it: when, and as much of its stages as is known, in their places or in sums.</summary>
/// <param name="Start">Going to bed, or falling asleep where that is all the vendor knows.</param>
/// <param name="End">Getting up, or waking up.</param>
internal sealed record FoundNight(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Shorter ones are tests and accidents: somebody lay down, nobody slept.</summary>
    internal static readonly TimeSpan Shortest = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Stages in their places, without overlaps; what sticks out of the night is cut off.</summary>
    internal IReadOnlyList<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Parts { get; init; } = [];

    /// <summary>Seconds of each stage in the whole night, where the vendor only gives sums; empty where it does not.</summary>
    internal IReadOnlyDictionary<SleepStage, double> Seconds { get; init; } = new Dictionary<SleepStage, double>();

    internal bool IsShort => End - Start < Shortest;

    /// <summary>Adds it as readings; false after a reject.</summary>
    internal bool AddTo(RowFindings findings, Source source)
    {
        if (End <= Start || End - Start > Longest)
        {
            findings.Reject("a night that ends before it begins, or lasts longer than a day");
            return false;
        }

        findings.Add(Metric.SleepStage, Start, End, (double)SleepStage.InBed, source);
        if (IsShort)
        {
            return true;
        }

        var known = Within().ToList();
        var outline = new NightOutline(Start, End) { Seconds = Seconds };
        foreach (var (start, end, stage) in outline.IsToldBy(known) || !Seconds.Values.Any(seconds => seconds > 0) ? known : [.. known, .. outline.Fill(known)])
        {
            findings.Add(Metric.SleepStage, start, end, (double)stage, source);
        }

        return true;
    }

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Within()
    {
        foreach (var part in Parts)
        {
            var (start, end) = (part.Start < Start ? Start : part.Start, part.End > End ? End : part.End);
            if (end > start)
            {
                yield return (start, end, part.Stage);
            }
        }
    }
}
