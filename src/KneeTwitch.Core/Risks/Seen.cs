using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>When a history first said anything of a metric.</summary>
internal static class Seen
{
    /// <summary>Index of the first day with a number of any of the metrics; null where there is none.</summary>
    public static int? First(History history, params ReadOnlySpan<Metric> metrics)
    {
        int? first = null;
        foreach (var metric in metrics)
        {
            var values = history.Series(metric);
            for (var day = 0; day < (first ?? values.Count); day++)
            {
                if (values[day] is not null)
                {
                    first = day;
                }
            }
        }

        return first;
    }
}
