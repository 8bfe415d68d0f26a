namespace KneeTwitch.Core.Days;

/// <summary>A stretch of time in seconds, and what one does with lists of them.</summary>
internal readonly record struct Span(long Start, long End)
{
    internal long Length => End - Start;

    internal long Middle => (Start + End) / 2;

    /// <summary>Spans that overlap, touch or lie at most a gap apart become one; earliest first.</summary>
    internal static List<Span> Join(IEnumerable<Span> spans, long gap)
    {
        var joined = new List<Span>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (joined.Count > 0 && span.Start - joined[^1].End <= gap)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, span.End) };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    /// <summary>What is left of this span without the others, which are in order and do not overlap.</summary>
    internal List<Span> Without(List<Span> others)
    {
        var left = new List<Span>();
        var from = Start;
        foreach (var other in others)
        {
            if (other.Start > from && from < End)
            {
                left.Add(new Span(from, Math.Min(other.Start, End)));
            }

            from = Math.Max(from, other.End);
        }

        if (from < End)
        {
            left.Add(new Span(from, End));
        }

        return left;
    }

    internal bool Overlaps(Span other) => Start < other.End && other.Start < End;

    internal Span Within(Span other) => new(Math.Max(Start, other.Start), Math.Min(End, other.End));
}
