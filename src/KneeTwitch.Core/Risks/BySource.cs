using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// A metric's numbers, each source's in a series of its own: two devices, or a device and an estimate, do not measure the same thing, so a new
/// source starts a new baseline and no number is ever made of two.
/// </summary>
internal sealed class BySource
{
    private const int Window = 7;

    private readonly Dictionary<string, SourceValues> series = [];
    private readonly string?[] spoke;

    /// <param name="history">The wearer's days.</param>
    /// <param name="find">A day's value; null where missing or not good enough.</param>
    /// <param name="scale">From the metric's unit to what is compared.</param>
    public BySource(History history, Func<DaySummary, DayValue?> find, Func<double, double>? scale = null)
    {
        spoke = new string?[history.Count];
        var unusual = UnusualDays.Of(history);
        for (var day = 0; day < spoke.Length; day++)
        {
            if (history[day] is not { } summary || find(summary) is not { Value: { } value } said)
            {
                continue;
            }

            spoke[day] = said.Source ?? "";
            if (!series.TryGetValue(said.Source ?? "", out var mine))
            {
                series[said.Source ?? ""] = mine = new SourceValues(new double?[spoke.Length], new double?[spoke.Length]);
            }

            mine.Values[day] = scale is null ? value : scale(value);
            mine.Usual[day] = unusual.IsLeftOut(day) ? null : mine.Values[day];
        }
    }

    /// <summary>The series of the source that spoke last in the seven days up to a day; null where none did.</summary>
    public SourceValues? At(int day)
    {
        for (var i = day; i >= Math.Max(day - Window + 1, 0); i--)
        {
            if (spoke[i] is { } source)
            {
                return series[source];
            }
        }

        return null;
    }
}
