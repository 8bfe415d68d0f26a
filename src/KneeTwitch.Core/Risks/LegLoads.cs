using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// A history's leg load by every method, and the method that holds on each day: the first one that is known on at least 80 % of the days with
/// leg minutes among the last 90. Each method has its own series from its own first day on, so a change of method is a new baseline and no
/// number is ever made of two methods.
/// </summary>
internal sealed class LegLoads
{
    private const int Window = 90;

    private static readonly Metric[] MetricsByMethod = [Metric.LegLoadRpe, Metric.LegLoadEdwards, Metric.LegLoadBanister, Metric.LegLoadKcal];

    private readonly LoadSeries[] series;
    private readonly LoadMethod?[] methods;

    private LegLoads(History history)
    {
        Minutes = history.Series(Metric.LegMinutes);
        series = [.. MetricsByMethod.Select(metric => new LoadSeries(history.Series(metric), Minutes))];
        methods = MethodsOf();
        WeekMinutes = WeeklySums.Of(Minutes);
        KnownMinutes = new int[history.Count];
        for (var day = 0; day < history.Count; day++)
        {
            KnownMinutes[day] = (day > 0 ? KnownMinutes[day - 1] : 0) + (Minutes[day] is null ? 0 : 1);
        }

        Spikes = SessionSpikes.Of(history, methods);
    }

    /// <summary>Leg minutes a day; 0 is a known rest day.</summary>
    public IReadOnlyList<double?> Minutes { get; }

    public double?[] WeekMinutes { get; }

    /// <summary>Number of days with known leg minutes, up to each day.</summary>
    public int[] KnownMinutes { get; }

    /// <summary>The largest session spike of each day, null where there is none to compare.</summary>
    public double?[] Spikes { get; }

    public static LegLoads Of(History history) => history.Once(days => new LegLoads(days));

    /// <summary>Null while no method is known well enough.</summary>
    public LoadMethod? MethodOn(int day) => methods[day];

    public LoadSeries By(LoadMethod method) => series[(int)method - 1];

    private LoadMethod?[] MethodsOf()
    {
        var chosen = new LoadMethod?[Minutes.Count];
        var (legDays, known) = (0, new int[series.Length]);
        for (var day = 0; day < chosen.Length; day++)
        {
            legDays += Count(day, known, 1) + Count(day - Window, known, -1);
            chosen[day] = legDays == 0 && day > 0 ? chosen[day - 1] : First(known, legDays);
        }

        return chosen;
    }

    // A rest day says nothing about what a device can measure, so only days with leg minutes are counted.
    private int Count(int day, int[] known, int step)
    {
        if (day < 0 || Minutes[day] is not > 0)
        {
            return 0;
        }

        for (var method = 0; method < known.Length; method++)
        {
            known[method] += series[method].Loads[day] is null ? 0 : step;
        }

        return step;
    }

    private static LoadMethod? First(int[] known, int legDays)
    {
        for (var method = 0; method < known.Length; method++)
        {
            if (legDays > 0 && known[method] * 10 >= legDays * 8)
            {
                return (LoadMethod)(method + 1);
            }
        }

        return null;
    }
}
