using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// Adds up what several sources counted at once: in 15-minute slots, each from the most trusted source that was worn or carried then. That is
/// one that counted anything, or whose pulse shows that it counted nothing while worn: a zero alone does not keep others out, because many
/// devices write zeros while they lie on a table.
/// </summary>
internal sealed class SlotMerge(ReadingIndex readings)
{
    internal const int SlotSeconds = 900;

    internal const double SlotMinutes = SlotSeconds / 60.0;

    /// <summary>A longer reading says how much, not when: it adds only what it has beyond the slots within it.</summary>
    internal const int CoarseSeconds = 6 * 3600;

    /// <summary>A longer reading says nothing about one day and is passed over (25 hours: a day of autumn).</summary>
    internal const int LongestSeconds = 25 * 3600;

    private readonly Overlaps overlaps = new();
    private readonly SlotPulse pulse = new(readings);
    private readonly List<Timed> buffer = [];
    private readonly List<(Timed Reading, SlotCounts Of)> coarse = [];

    /// <summary>The day's merged slots; null where no source has data.</summary>
    internal SlotSum? Of(Metric metric, DayFrame day)
    {
        var tracks = readings[metric];
        if (tracks.Length == 0 || day.End <= day.Start)
        {
            return null;
        }

        var sources = new List<SlotCounts>(tracks.Length);
        var hours = 0UL;
        coarse.Clear();
        foreach (var track in tracks)
        {
            var counts = new SlotCounts(track, SlotsOf(day));
            if (Count(counts, day, ref hours))
            {
                sources.Add(counts);
            }
        }

        if (sources.Count == 0)
        {
            return null;
        }

        var winners = Winners(sources, day);
        AddBeyond(sources, winners, day);
        return new SlotSum(sources, winners, hours);
    }

    internal static int SlotsOf(DayFrame day) => (int)((day.End - 1) / SlotSeconds - (day.Start / SlotSeconds) + 1);

    /// <summary>The part of a slot that belongs to the day.</summary>
    internal static Span SlotOf(DayFrame day, int slot)
    {
        var start = ((day.Start / SlotSeconds) + slot) * SlotSeconds;
        return new Span(Math.Max(day.Start, start), Math.Min(day.End, start + SlotSeconds));
    }

    /// <returns>Whether the source said anything of the day.</returns>
    private bool Count(SlotCounts counts, DayFrame day, ref ulong hours)
    {
        counts.Track.ReadReaching(day.Start, day.End, LongestSeconds, buffer);
        buffer.RemoveAll(reading => reading.Length > LongestSeconds || Math.Max(reading.End, reading.Start + 1) <= day.Start);
        var hasData = buffer.Count > 0;
        coarse.AddRange(buffer.FindAll(reading => reading.Length > CoarseSeconds).Select(reading => (reading, counts)));
        buffer.RemoveAll(reading => reading.Length > CoarseSeconds);
        foreach (var piece in overlaps.Resolve(buffer))
        {
            hours |= day.HoursOf(piece.Start, piece.End);
            Spread(piece, day, counts.Own, counts.IsSaid);
        }

        counts.Repeated = Math.Max(0, buffer.Sum(reading => Share(reading, day)) - counts.Own.Sum());
        return hasData;
    }

    private int[] Winners(List<SlotCounts> sources, DayFrame day)
    {
        var winners = new int[SlotsOf(day)];
        for (var slot = 0; slot < winners.Length; slot++)
        {
            winners[slot] = sources.FindIndex(source => source.Own[slot] > 0 || IsZeroWhileWorn(source, slot, day));
        }

        return winners;
    }

    private bool IsZeroWhileWorn(SlotCounts source, int slot, DayFrame day) =>
        source.IsWorn && source.IsSaid[slot] && pulse.Of(source.Name, day)[slot];

    /// <summary>Spreads an amount over the slots by time; what lies outside of the day is not the day's.</summary>
    private static void Spread(Timed piece, DayFrame day, double[] slots, bool[]? said)
    {
        var (from, to) = (Math.Max(piece.Start, day.Start), Math.Min(piece.End, day.End));
        var origin = day.Start / SlotSeconds;
        for (var slot = from / SlotSeconds; from < to; slot++)
        {
            var end = Math.Min(to, (slot + 1) * SlotSeconds);
            slots[slot - origin] += end - from == piece.Length ? piece.Value : piece.Value * (end - from) / piece.Length;
            if (said is not null)
            {
                said[slot - origin] = true;
            }

            from = end;
        }
    }

    /// <summary>What of a reading lies within the day, by time.</summary>
    private static double Share(Timed reading, DayFrame day)
    {
        var (from, to) = (Math.Max(reading.Start, day.Start), Math.Min(Math.Max(reading.End, reading.Start + 1), day.End));
        return reading.Length <= 1 ? reading.Value : reading.Value * (to - from) / reading.Length;
    }

    private void AddBeyond(List<SlotCounts> sources, int[] winners, DayFrame day)
    {
        foreach (var (reading, of) in coarse)
        {
            var (from, to) = (Math.Max(reading.Start, day.Start), Math.Min(reading.End, day.End));
            var known = 0.0;
            for (var slot = 0; slot < winners.Length; slot++)
            {
                var whole = SlotOf(day, slot);
                var within = whole.Within(new Span(from, to));
                var counted = (winners[slot] >= 0 ? sources[winners[slot]].Own[slot] : 0) + sources.Sum(source => source.Beyond[slot]);
                known += within.Length > 0 ? counted * within.Length / whole.Length : 0;
            }

            var share = Share(reading, day);
            var beyond = Math.Max(0, share - known);
            of.WithinTotal += share - beyond;
            Spread(new Timed(from, to, beyond, 0), day, of.Beyond, null);
        }
    }
}
