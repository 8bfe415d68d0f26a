using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>A sleep day's sleep, from all the sources that had a part in it; durations are of instants, so a night of a clock change is right.</summary>
internal sealed class Night
{
    private readonly List<Part> parts;
    private readonly List<Span> inBed;
    private readonly List<(Span Span, long Asleep)> episodes;

    /// <param name="parts">Asleep and awake, earliest first, without overlaps.</param>
    /// <param name="inBed">In bed as the main source says; empty where it does not say.</param>
    internal Night(List<Part> parts, List<Span> inBed)
    {
        this.parts = inBed.Count == 0 ? parts : InBedOnly(parts, inBed);
        this.inBed = inBed;
        episodes = Span.Join(this.parts.Select(part => part.Span), SleepLog.SessionGap)
            .ConvertAll(span => (span, Seconds(part => part.IsAsleep && part.Span.Overlaps(span))))
            .FindAll(episode => episode.Item2 > 0);
        if (episodes.Count > 0)
        {
            var longest = episodes.MaxBy(episode => episode.Asleep).Span;
            Main = (BedTime(longest), this.parts.Last(part => part.IsAsleep && part.Span.Overlaps(longest)).Span.End);
        }
    }

    /// <summary>Asleep and awake, earliest first, without overlaps.</summary>
    internal IReadOnlyList<Part> Parts => parts;

    /// <summary>In bed as <see cref="InBedSource"/> says.</summary>
    internal IReadOnlyList<Span> InBed => inBed;

    /// <summary>Whose being in bed it is.</summary>
    internal required string InBedSource { get; init; }

    /// <summary>Sleep that was said and does not count.</summary>
    internal IReadOnlyList<(string Source, long Seconds, SetAsideReason Reason)> Aside { get; init; } = [];

    /// <summary>From going to bed to waking up in the longest episode; null where only being in bed is known.</summary>
    internal (long From, long To)? Main { get; }

    /// <summary>When asleep, stages joined.</summary>
    internal IReadOnlyList<SleepSpan> Asleep =>
        [.. Span.Join(parts.Where(part => part.IsAsleep).Select(part => part.Span), 0).Select(span => new SleepSpan(Timed.Instant(span.Start), Timed.Instant(span.End)))];

    internal void Add(DayFrame day, ZoneHistory zones, DayValues values)
    {
        if (Main is not { } main)
        {
            // In bed is not asleep: sleep stays missing.
            values.Measured(Metric.InBedMinutes, inBed.Sum(span => span.Length) / 60.0, 0, InBedSource);
            return;
        }

        var asleep = Seconds(part => part.IsAsleep);
        var awake = Seconds(part => part.Stage == SleepStage.Awake);
        var bed = InBedSeconds();
        var coverage = (double)(asleep + awake) / bed;
        var all = From(_ => true);
        var names = all.Names;
        var slept = From(part => part.IsAsleep);
        foreach (var (source, seconds, reason) in Aside)
        {
            slept.Leave(source, seconds / 60.0, reason, seconds / 60.0);
        }

        Put(Metric.SleepMinutes, asleep / 60.0, slept);
        Put(Metric.InBedMinutes, bed / 60.0, inBed.Count > 0 ? Provenance.Of(InBedSource, bed / 60.0, bed / 60.0) : all);
        Put(Metric.SleepEfficiencyPercent, 100.0 * asleep / bed, null);
        Put(Metric.BedTimeMinute, ClockMinute(main.From), null);
        Put(Metric.WakeTimeMinute, ClockMinute(main.To), null);
        AddStages(awake, Put);
        if (episodes.Count == 1)
        {
            values.KnownZero(Metric.NapMinutes, coverage);
        }
        else
        {
            var longest = episodes.MaxBy(episode => episode.Asleep).Span;
            Put(Metric.NapMinutes, (asleep - episodes.Max(episode => episode.Asleep)) / 60.0, From(part => part.IsAsleep && !part.Span.Overlaps(longest)));
        }

        void Put(Metric metric, double value, Provenance? from) => values.Measured(metric, value, coverage, names, from);

        double ClockMinute(long second) =>
            (zones.ToLocal(Timed.Instant(second)).DateTime - day.Day.ToDateTime(TimeOnly.MinValue)).TotalMinutes;
    }

    private void AddStages(long awakeSeconds, Action<Metric, double, Provenance?> put)
    {
        var isStaged = parts.Exists(part => part.Stage is SleepStage.Light or SleepStage.Deep or SleepStage.Rem);
        if (isStaged || awakeSeconds > 0)
        {
            put(Metric.AwakeMinutes, awakeSeconds / 60.0, From(part => part.Stage == SleepStage.Awake));
        }

        if (isStaged)
        {
            Stage(Metric.DeepSleepMinutes, SleepStage.Deep);
            Stage(Metric.RemSleepMinutes, SleepStage.Rem);
            Stage(Metric.LightSleepMinutes, SleepStage.Light);
        }

        void Stage(Metric metric, SleepStage stage) => put(metric, Seconds(part => part.Stage == stage) / 60.0, From(part => part.Stage == stage));
    }

    private Provenance From(Func<Part, bool> wanted)
    {
        var from = new Provenance();
        foreach (var part in parts.Where(wanted))
        {
            from.Give(part.Source, part.Span.Length / 60.0, part.Span.Length / 60.0);
        }

        return from;
    }

    private long Seconds(Func<Part, bool> wanted) => parts.Where(wanted).Sum(part => part.Span.Length);

    /// <summary>As said, and wherever asleep or awake at night; where nothing was said, the episodes from end to end.</summary>
    private long InBedSeconds() =>
        inBed.Count == 0
            ? episodes.Sum(episode => episode.Span.Length)
            : Span.Join(inBed.Concat(parts.Select(part => part.Span)), 0).Sum(span => span.Length);

    /// <summary>A mat that says "awake" while one sits on the bed at seven does not begin the night: before and after sleep, awake counts in bed only.</summary>
    private static List<Part> InBedOnly(List<Part> parts, List<Span> inBed)
    {
        var asleep = Span.Join(parts.Where(part => part.IsAsleep).Select(part => part.Span), SleepLog.SessionGap);
        var bed = Span.Join(inBed.Concat(asleep), 0);
        return
        [
            .. parts.SelectMany(part => part.IsAsleep
                ? [part]
                : bed.Where(span => span.Overlaps(part.Span)).Select(span => part with { Span = part.Span.Within(span) })),
        ];
    }

    private long BedTime(Span episode) =>
        inBed.Where(span => span.Overlaps(episode)).Select(span => span.Start).Append(episode.Start).Min();

    internal sealed record Part(Span Span, SleepStage Stage, string Source)
    {
        internal bool IsAsleep => SleepLog.IsAsleep(Stage);
    }
}
