using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>The night of a day, stage by stage and source by source: how its sleep came to be.</summary>
public sealed record DayNight
{
    public required DateOnly Day { get; init; }

    /// <summary>The first thing that anyone says.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The end of the last one.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Who said anything, most believed first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What each source said, in the order of <see cref="Sources"/>; being in bed overlaps the stages.</summary>
    public required IReadOnlyList<NightStage> Said { get; init; }

    /// <summary>What counts, earliest first.</summary>
    public required IReadOnlyList<NightStage> Taken { get; init; }

    /// <summary>The night of a day.</summary>
    /// <param name="wearer">Whose night; the zones count.</param>
    /// <param name="trust">Which source is believed first.</param>
    /// <param name="chunks">In any order; those of <see cref="DaySummarizer.UtcDaysNeeded"/> are enough.</param>
    /// <param name="day">The civil day the night is named after.</param>
    /// <returns>Null where no source said anything of sleep.</returns>
    public static DayNight? Of(Wearer wearer, TrustOrder trust, IEnumerable<Chunk> chunks, DateOnly day)
    {
        var logs = new Nights(ReadingIndex.Of(chunks.Where(chunk => chunk.Metric == Metric.SleepStage), trust)).Logs(DayFrame.Of(wearer.Zones, day));
        if (Nights.Of(logs) is not { } night)
        {
            return null;
        }

        List<NightStage> said = [.. logs.SelectMany(StagesOf)];
        return new DayNight
        {
            Day = day,
            Start = said.Min(stage => stage.Start),
            End = said.Max(stage => stage.End),
            Sources = [.. logs.Select(log => log.Source)],
            Said = said,
            Taken =
            [
                .. night.Parts.Select(part => Stage(part.Span, part.Stage, part.Source)),
                .. night.Parts.Count == 0 ? night.InBed.Select(span => Stage(span, SleepStage.InBed, night.InBedSource)) : [],
            ],
        };
    }

    private static IEnumerable<NightStage> StagesOf(SleepLog log) =>
    [
        .. log.InBed.Select(span => Stage(span, SleepStage.InBed, log.Source)),
        .. log.Stages.Select(part => Stage(part.Span, part.Stage, log.Source)),
    ];

    private static NightStage Stage(Span span, SleepStage stage, string source) => new(Timed.Instant(span.Start), Timed.Instant(span.End), stage, source);
}
