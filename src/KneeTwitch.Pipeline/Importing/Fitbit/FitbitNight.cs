using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>One sleep log: a night or a nap, from the JSON or from Google's tables.</summary>
internal sealed class FitbitNight
{
    internal required DateTimeOffset Start { get; init; }

    internal required DateTimeOffset End { get; init; }

    /// <summary>The day on which it ended.</summary>
    internal required DateOnly Day { get; init; }

    /// <summary>False for the older kind, which knows only asleep, restless and awake.</summary>
    internal required bool HasStages { get; init; }

    internal required double? MinutesAsleep { get; init; }

    internal double? MinutesInBed { get; init; }

    internal double MinutesAwakeAtEnd { get; init; }

    /// <summary>Minutes of each stage, as far as the vendor sums them up.</summary>
    internal IReadOnlyDictionary<SleepStage, double> Minutes { get; init; } = new Dictionary<SleepStage, double>();

    /// <summary>The stages, without overlaps.</summary>
    internal IReadOnlyList<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Parts { get; init; } = [];

    /// <summary>Where it was read, for rejects.</summary>
    internal required RowFindings Findings { get; init; }

    internal required long At { get; init; }

    internal bool IsSameNight(FitbitNight other)
    {
        var overlap = (End < other.End ? End : other.End) - (Start > other.Start ? Start : other.Start);
        return overlap.TotalSeconds > 0.5 * Math.Min((End - Start).TotalSeconds, (other.End - other.Start).TotalSeconds);
    }

    internal IReadOnlyList<Reading> Readings(Source source)
    {
        Findings.At = At;
        Findings.Add(Metric.SleepStage, Start, End, (double)SleepStage.InBed, source);
        Add(Parts, source);
        var outline = new NightOutline(Start, End) { Seconds = Seconds(), AwakeAtEndSeconds = MinutesAwakeAtEnd * 60 };
        if (!outline.IsToldBy(Parts))
        {
            Add(outline.Fill(Parts), source);
        }

        return Findings.Take();
    }

    /// <summary>Where nothing is said of stages, what was said of being asleep.</summary>
    private Dictionary<SleepStage, double> Seconds()
    {
        var seconds = Minutes.ToDictionary(stage => stage.Key, stage => stage.Value * 60);
        if (!seconds.Keys.Any(stage => stage is not (SleepStage.Awake or SleepStage.InBed)) && MinutesAsleep is > 0)
        {
            seconds[SleepStage.Asleep] = MinutesAsleep.Value * 60;
        }

        return seconds;
    }

    private void Add(IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> parts, Source source)
    {
        foreach (var (start, end, stage) in parts)
        {
            Findings.Add(Metric.SleepStage, start, end, (double)stage, source);
        }
    }
}
