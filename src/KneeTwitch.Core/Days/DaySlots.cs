using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>A day of one counted metric, quarter hour by quarter hour and source by source: how its number came to be.</summary>
public sealed record DaySlots
{
    public required Metric Metric { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>First instant of the day.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Who said anything of the day, most trusted first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Earliest first; quarter hours nobody said anything of are left out.</summary>
    public required IReadOnlyList<DaySlot> Slots { get; init; }

    /// <summary>The slots of a day.</summary>
    /// <param name="wearer">Whose day; the zones count.</param>
    /// <param name="trust">Which source is believed first.</param>
    /// <param name="chunks">In any order; those of <see cref="DaySummarizer.UtcDaysNeeded"/> are enough.</param>
    /// <param name="day">The civil day.</param>
    /// <param name="metric">A metric that is added up in slots.</param>
    /// <returns>Null where no source has data, or the metric is not added up in slots.</returns>
    public static DaySlots? Of(Wearer wearer, TrustOrder trust, IEnumerable<Chunk> chunks, DateOnly day, Metric metric)
    {
        var frame = DayFrame.Of(wearer.Zones, day);
        var needed = chunks.Where(chunk => chunk.Metric == metric || chunk.Metric == Metric.HeartRateBpm);
        if (metric.Info().DayRule != DayRule.SlotSum || metric == Metric.StandHours || new SlotMerge(ReadingIndex.Of(needed, trust)).Of(metric, frame) is not { } sum)
        {
            return null;
        }

        return new DaySlots
        {
            Metric = metric,
            Day = day,
            Start = Timed.Instant(frame.Start),
            End = Timed.Instant(frame.End),
            Sources = [.. sum.Sources.Select(source => source.Name)],
            Slots = [.. Enumerable.Range(0, sum.Winners.Count).Select(slot => SlotOf(sum, frame, slot)).Where(slot => slot.Said.Count > 0)],
        };
    }

    private static DaySlot SlotOf(SlotSum sum, DayFrame day, int slot)
    {
        var span = SlotMerge.SlotOf(day, slot);
        var winner = sum.Winners[slot];
        var beyond = sum.Sources.Sum(source => source.Beyond[slot]);
        return new DaySlot(
            Timed.Instant(span.Start),
            winner >= 0 ? sum.Sources[winner].Name : null,
            Math.Round(beyond + (winner >= 0 ? sum.Sources[winner].Own[slot] : 0), 6),
            [
                .. sum.Sources
                    .Where(source => source.IsSaid[slot] || source.Beyond[slot] > 0)
                    .Select(source => new DayPart(source.Name, Math.Round(source.Own[slot] + source.Beyond[slot], 6), span.Length / 60.0)),
            ]);
    }
}
