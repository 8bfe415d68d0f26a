using KneeTwitch.Core.Days;

namespace KneeTwitch.Pipeline.Summarizing;

/// <summary>The civil days that changed UTC days touch, as few spans as possible.</summary>
internal static class Spans
{
    /// <param name="utcDays">Ascending.</param>
    /// <param name="most">No span is longer than this many days.</param>
    internal static IEnumerable<(DateOnly From, DateOnly To)> Of(IEnumerable<DateOnly> utcDays, int most)
    {
        (DateOnly From, DateOnly To)? open = null;
        foreach (var (first, last) in utcDays.Select(DaySummarizer.DaysTouchedBy))
        {
            if (open is { } span && first <= span.To.AddDays(1) && last.DayNumber - span.From.DayNumber < most)
            {
                open = (span.From, last > span.To ? last : span.To);
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = open is { } before && first <= before.To ? (before.To.AddDays(1), last) : (first, last);
        }

        if (open is { } rest)
        {
            yield return rest;
        }
    }
}
