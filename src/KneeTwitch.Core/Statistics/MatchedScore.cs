namespace KneeTwitch.Core.Statistics;

/// <summary>The matched score test: the conditional logistic model's score at zero [Mantel1963; statistics 4.5].</summary>
/// <param name="U">How far the exposure of episode days lies from its stratum's mean, summed.</param>
/// <param name="V">Its variance without a link.</param>
/// <param name="Informative">Strata that hold both outcomes and in which the exposure varies.</param>
public readonly record struct MatchedScore(double U, double V, int Informative)
{
    /// <summary>U over its standard deviation; 0 where no stratum is informative.</summary>
    public double T => V > 0 ? U / Math.Sqrt(V) : 0;

    /// <param name="outcome">One a day: 1 with an episode, 0 without, null missing.</param>
    /// <param name="exposure">One a day, null missing; the days are cut into <see cref="Strata"/>.</param>
    public static MatchedScore Of(IReadOnlyList<bool?> outcome, IReadOnlyList<double?> exposure) => Of(outcome, exposure, shift: 0);

    /// <summary>As above, the exposure moved on by some days, its end coming round to the start.</summary>
    internal static MatchedScore Of(IReadOnlyList<bool?> outcome, IReadOnlyList<double?> exposure, int shift)
    {
        var (u, v, informative) = (0.0, 0.0, 0);
        var days = outcome.Count;
        for (var start = 0; start < days; start += Strata.BlockDays)
        {
            for (var weekday = start; weekday < Math.Min(start + Strata.Weekdays, days); weekday++)
            {
                var stratum = new Stratum();
                for (var day = weekday; day < Math.Min(start + Strata.BlockDays, days); day += Strata.Weekdays)
                {
                    var from = day - shift;
                    if (outcome[day] is { } episode && exposure[from < 0 ? from + days : from] is { } x)
                    {
                        stratum = stratum.With(episode, x);
                    }
                }

                if (stratum.IsInformative)
                {
                    informative++;
                    u += stratum.U;
                    v += stratum.V;
                }
            }
        }

        return new MatchedScore(u, v, informative);
    }

    private readonly record struct Stratum(int Days, int Episodes, double Sum, double Squares, double EpisodeSum)
    {
        private const double Flat = 1e-12;

        private double Spread => Squares - (Sum * Sum / Days);

        public bool IsInformative => Episodes > 0 && Episodes < Days && Spread > Flat * Math.Max(1, Squares);

        public double U => EpisodeSum - (Episodes * Sum / Days);

        public double V => (double)Episodes * (Days - Episodes) / (Days * (Days - 1.0)) * Spread;

        public Stratum With(bool episode, double x) =>
            new(Days + 1, Episodes + (episode ? 1 : 0), Sum + x, Squares + (x * x), EpisodeSum + (episode ? x : 0));
    }
}
