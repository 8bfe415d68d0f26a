namespace KneeTwitch.Core.Days;

/// <summary>The merged quarter hours of a day: which source each of them is taken from.</summary>
/// <param name="sources">Most trusted first.</param>
/// <param name="winners">For each slot the index of its source, -1 where nobody counted anything.</param>
/// <param name="hours">The hours of the day with data.</param>
internal sealed class SlotSum(List<SlotCounts> sources, int[] winners, ulong hours)
{
    internal IReadOnlyList<SlotCounts> Sources => sources;

    internal IReadOnlyList<int> Winners => winners;

    internal ulong Hours => hours;

    internal double Value
    {
        get
        {
            var sum = 0.0;
            for (var slot = 0; slot < winners.Length; slot++)
            {
                sum += winners[slot] >= 0 ? sources[winners[slot]].Own[slot] : 0;
                foreach (var source in sources)
                {
                    sum += source.Beyond[slot];
                }
            }

            return sum;
        }
    }

    internal Provenance From()
    {
        var from = new Provenance();
        for (var i = 0; i < sources.Count; i++)
        {
            Tell(i, from);
        }

        // A counted zero is somebody's word as well.
        if (from.Parts.Count == 0 && sources.Find(source => Array.Exists(source.IsSaid, said => said)) is { } first)
        {
            from.Give(first.Name, 0, SlotMerge.SlotMinutes * first.IsSaid.Count(said => said));
        }

        return from;
    }

    private void Tell(int index, Provenance from)
    {
        var source = sources[index];
        var (given, slots, lost, lostSlots) = (source.Beyond.Sum(), 0, 0.0, 0);
        for (var slot = 0; slot < winners.Length; slot++)
        {
            if (winners[slot] == index)
            {
                given += source.Own[slot];
                slots++;
            }
            else if (source.Own[slot] > 0)
            {
                lost += source.Own[slot];
                lostSlots++;
            }
        }

        if (given > 0)
        {
            from.Give(source.Name, given, SlotMerge.SlotMinutes * slots);
        }

        from.Leave(source.Name, lost, SetAsideReason.LessTrusted, SlotMerge.SlotMinutes * lostSlots);
        from.Leave(source.Name, source.Repeated, SetAsideReason.Repeated);
        from.Leave(source.Name, source.WithinTotal, SetAsideReason.WithinTotal);
    }
}
