using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// A night of which a vendor tells how much there was of each stage, but not, or not of all of it, when. What is known stays where it was;
/// the rest is laid into the gaps, so that the night's sums are the vendor's while the order within a gap means nothing.
/// </summary>
/// <param name="Start">Going to bed.</param>
/// <param name="End">Getting up.</param>
internal sealed record NightOutline(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>From this share on, stages are taken to tell the whole night.</summary>
    private const double WholeShare = 0.9;

    /// <summary>What is less cannot move a time on, and is only what fractions leave behind.</summary>
    private const double LeastSeconds = 0.001;

    /// <summary>Seconds of each stage in the whole night.</summary>
    internal required IReadOnlyDictionary<SleepStage, double> Seconds { get; init; }

    /// <summary>Seconds awake between waking up and getting up; part of the awake ones.</summary>
    internal double AwakeAtEndSeconds { get; init; }

    /// <summary>True where stages cover the night, and an outline would only blur them.</summary>
    internal bool IsToldBy(IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> known) =>
        known.Sum(part => (part.End - part.Start).TotalSeconds) >= WholeShare * (End - Start).TotalSeconds;

    /// <summary>What fills the gaps between the known parts, which must not overlap.</summary>
    internal IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Fill(
        IReadOnlyCollection<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> known)
    {
        var gaps = Gaps(known).ToList();
        var rest = Rest(known, gaps.Sum(gap => (gap.End - gap.Start).TotalSeconds));
        var i = 0;
        foreach (var gap in gaps)
        {
            for (var at = gap.Start; at < gap.End && i < rest.Count;)
            {
                var end = at.AddSeconds(Math.Min(rest[i].Seconds, (gap.End - at).TotalSeconds));
                if (rest[i].Stage is { } stage && end > at)
                {
                    yield return (at, end, stage);
                }

                rest[i] = rest[i] with { Seconds = rest[i].Seconds - (end - at).TotalSeconds };
                i += rest[i].Seconds < LeastSeconds ? 1 : 0;
                at = end;
            }
        }
    }

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Gaps(IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> known)
    {
        var at = Start;
        foreach (var part in known.OrderBy(part => part.Start))
        {
            if (part.Start > at)
            {
                yield return (at, part.Start < End ? part.Start : End);
            }

            at = part.End > at ? part.End : at;
        }

        if (at < End)
        {
            yield return (at, End);
        }
    }

    /// <summary>What is not placed yet, awake and silent first, so that waking up and getting up stay where they were.</summary>
    private List<(SleepStage? Stage, double Seconds)> Rest(IReadOnlyCollection<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> known, double free)
    {
        double Left(SleepStage stage) =>
            Math.Max(0, Math.Round(Seconds.GetValueOrDefault(stage) - known.Where(part => part.Stage == stage).Sum(part => (part.End - part.Start).TotalSeconds)));

        var awake = Left(SleepStage.Awake);
        var atEnd = Math.Clamp(Math.Round(AwakeAtEndSeconds), 0, awake);
        (SleepStage? Stage, double Seconds)[] asleep =
            [.. ((SleepStage[])[SleepStage.Light, SleepStage.Deep, SleepStage.Rem, SleepStage.Asleep]).Select(stage => ((SleepStage?)stage, Left(stage)))];
        var silent = Math.Max(0, free - awake - asleep.Sum(part => part.Seconds));
        var before = Math.Max(0, Math.Min(awake - atEnd, free - atEnd - asleep.Sum(part => part.Seconds)));
        return [.. ((SleepStage? Stage, double Seconds)[])[(SleepStage.Awake, before), (null, silent), .. asleep, (SleepStage.Awake, atEnd)]];
    }
}
