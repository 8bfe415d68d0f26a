namespace KneeTwitch.Core.Readings;

/// <summary>The canonical order of a chunk's readings, and which of two equal ones stays.</summary>
internal static class ChunkOrder
{
    internal readonly record struct Columns(int[] Starts, int[] Lengths, double[] Values, int[]? Versions);

    /// <summary>
    /// Sorts by start, length, then value. Exact: equal triples become one. By interval: of one start and length the newest version stays;
    /// of equal versions the larger value, so that the result does not depend on the order of arrival. Account: of equal triples the newest stays.
    /// </summary>
    internal static Columns Canonical(int[] starts, int[] lengths, double[] values, int[]? versions, MergeKind merge)
    {
        var byInterval = merge == MergeKind.Interval;
        if (IsCanonical(starts, lengths, values, byInterval))
        {
            return new Columns(starts, lengths, values, versions);
        }

        var order = new int[starts.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => Compare(a, b, starts, lengths, values, versions, byInterval));
        var kept = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var (here, next) = (order[i], i + 1 < order.Length ? order[i + 1] : -1);
            var isRepeated = next >= 0 && starts[here] == starts[next] && lengths[here] == lengths[next]
                && (byInterval || values[here].Equals(values[next]));
            if (!isRepeated)
            {
                order[kept++] = here;
            }
        }

        Array.Resize(ref order, kept);
        return new Columns(Pick(starts, order), Pick(lengths, order), Pick(values, order), versions is null ? null : Pick(versions, order));
    }

    private static bool IsCanonical(int[] starts, int[] lengths, double[] values, bool byInterval)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            var order = starts[i - 1] != starts[i] ? starts[i - 1].CompareTo(starts[i]) : lengths[i - 1].CompareTo(lengths[i]);
            if (order > 0 || (order == 0 && (byInterval || values[i - 1] >= values[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(int a, int b, int[] starts, int[] lengths, double[] values, int[]? versions, bool byInterval)
    {
        var order = starts[a].CompareTo(starts[b]);
        order = order != 0 ? order : lengths[a].CompareTo(lengths[b]);
        var (byValue, byVersion) = (values[a].CompareTo(values[b]), versions is null ? 0 : versions[a].CompareTo(versions[b]));
        var (first, then) = byInterval ? (byVersion, byValue) : (byValue, byVersion);
        return order != 0 ? order : first != 0 ? first : then;
    }

    private static T[] Pick<T>(T[] from, int[] order) => Array.ConvertAll(order, i => from[i]);
}
