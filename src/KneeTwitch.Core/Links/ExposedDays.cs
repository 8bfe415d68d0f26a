using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Links;

/// <summary>Days by the top third of an exposure and the outcome: all together, and a stratum each [statistics 4.8].</summary>
/// <param name="All">The whole window.</param>
/// <param name="Strata">For the odds ratio.</param>
internal sealed record ExposedDays(FourFold All, IReadOnlyList<FourFold> Strata)
{
    public static ExposedDays Of(IReadOnlyList<bool?> outcome, IReadOnlyList<double?> values)
    {
        var isExposed = Rule(values.Where((value, day) => value is not null && outcome[day] is not null).OfType<double>().Order().ToList());
        var strata = new FourFold[Statistics.Strata.Count(outcome.Count)];
        var all = default(FourFold);
        for (var day = 0; day < outcome.Count; day++)
        {
            if (outcome[day] is { } episode && values[day] is { } value)
            {
                ref var stratum = ref strata[Statistics.Strata.Of(day)];
                stratum = With(stratum, isExposed(value), episode);
                all = With(all, isExposed(value), episode);
            }
        }

        return new ExposedDays(all, strata);
    }

    /// <summary>The top third; where equal values lie across its edge, all of them or none, whichever comes nearer to a third.</summary>
    private static Func<double, bool> Rule(List<double> sorted)
    {
        if (sorted.Count == 0)
        {
            return _ => false;
        }

        var edge = sorted[sorted.Count * 2 / 3];
        var (with, without) = (sorted.Count(value => value >= edge), sorted.Count(value => value > edge));
        var third = sorted.Count / 3.0;
        return Math.Abs(with - third) <= Math.Abs(without - third) ? value => value >= edge : value => value > edge;
    }

    private static FourFold With(FourFold days, bool isExposed, bool episode) => (isExposed, episode) switch
    {
        (true, true) => days with { ExposedYes = days.ExposedYes + 1 },
        (true, false) => days with { ExposedNo = days.ExposedNo + 1 },
        (false, true) => days with { OtherYes = days.OtherYes + 1 },
        _ => days with { OtherNo = days.OtherNo + 1 },
    };
}
