namespace KneeTwitch.Pipeline.Importing;

/// <summary>The minus button of apps for drinks writes an amount below zero, which takes back what was logged before it on that day.</summary>
internal static class DrinkCorrections
{
    /// <summary>What is left of a day's drinks, earliest first; a day never ends below zero.</summary>
    internal static IReadOnlyList<(DateTimeOffset At, double Ml, TWhat What)> Apply<TWhat>(IEnumerable<(DateTimeOffset At, double Ml, TWhat What)> day)
    {
        var kept = new List<(DateTimeOffset At, double Ml, TWhat What)>();
        foreach (var (at, ml, what) in day.OrderBy(drink => drink.At).ThenByDescending(drink => drink.Ml))
        {
            var back = -ml;
            for (; back > 0 && kept.Count > 0; kept.RemoveAt(kept.Count - 1))
            {
                var last = kept[^1];
                if (last.Ml > back)
                {
                    kept[^1] = last with { Ml = last.Ml - back };
                    break;
                }

                back -= last.Ml;
            }

            if (ml > 0)
            {
                kept.Add((at, ml, what));
            }
        }

        return kept;
    }
}
