using CsCheck;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class AnalysisTests
{
    /// <summary>Months of a wearer whose habits change and whose logs have holes, so that levels rise, fall, freeze and go stale.</summary>
    internal static readonly Gen<History> SomeHistory =
        from count in Gen.Int[1, 160]
        from holes in Gen.Double[0, 0.4].Array[6]
        from levels in Gen.Double[0.4, 2.2].Array[6]
        from noise in Gen.Double[-0.3, 0.3].Array[count * 3]
        from luck in Gen.Double[0, 1].Array[count * 3]
        select Lives(count, holes, levels, noise, luck);

    [Fact]
    public void Every_factor_is_judged_on_every_day()
    {
        var history = Make.History((Metric.SleepMinutes, Make.Days(10, 450)));

        var assessments = Analysis.Run(history);

        Assert.Equal(RiskFactors.All.Count * 10, assessments.Count);
        Assert.Equal(assessments.Count, assessments.DistinctBy(one => (one.Factor, one.Day)).Count());
        Assert.All(assessments, one => Assert.Equal(RiskFactors.Find(one.Factor)?.Version, one.RuleVersion));
    }

    [Fact]
    public void What_no_device_measures_cannot_be_seen()
    {
        var assessments = Analysis.Run(Make.History((Metric.Steps, Make.Days(30, 6000))));

        Assert.All(assessments, one => Assert.Equal(Standing.CannotBeSeen, one.Standing));
    }

    [Fact]
    public void Resuming_from_any_day_equals_a_full_replay() =>
        Gen.Select(SomeHistory, Gen.Double[0, 1]).Sample((history, share) =>
        {
            var split = (int)(share * history.Count);
            foreach (var factor in RiskFactors.All)
            {
                var whole = Analysis.Run(factor, history);
                var earlier = new Judge(factor, Make.Through(history, Math.Max(split - 1, 0)));
                var later = new Judge(factor, history);
                var state = default(FactorState);
                for (var day = 0; day < history.Count; day++)
                {
                    (var assessment, state) = (day < split ? earlier : later).Step(day, state);
                    Assert.Equal(whole[day], assessment);
                }
            }
        }, iter: 25);

    [Fact]
    public void Later_days_never_change_an_earlier_judgement() =>
        Gen.Select(SomeHistory, Gen.Double[0, 1]).Sample((history, share) =>
        {
            var last = (int)(share * (history.Count - 1));
            foreach (var factor in RiskFactors.All)
            {
                var then = Analysis.Run(factor, Make.Through(history, last));

                Assert.Equal(Analysis.Run(factor, history).Take(last + 1), then);
            }
        }, iter: 25);

    [Fact]
    public void The_invented_lives_raise_and_lower_levels()
    {
        var reasons = new HashSet<string>();

        SomeHistory.Sample(history => reasons.UnionWith(LevelChange.Of(Analysis.Run(history)).Select(change => change.Reason)), iter: 100, threads: 1);

        Assert.Superset(new HashSet<string> { "raise", "clear", "downgrade" }, reasons);
    }

    private static History Lives(int count, double[] holes, double[] levels, double[] noise, double[] luck)
    {
        double? At(int metric, int day, double usual)
        {
            var season = Math.Min(5, day / 30);
            var i = (metric * count) + day;
            return luck[i] < holes[season] ? null : Math.Round(usual * (levels[(season + metric) % 6] + noise[i]), 3);
        }

        // Every rule has something to look at; the sleep of a day ends at seven and is as long as it is.
        var history = Make.History(
            Make.Wearer(massKg: 70) with { HeightCm = 170 },
            Enumerable.Range(0, count).Where(day => day % 3 == 0).Select(day => (day, Make.Session(Sport.Run, distanceM: 8000 * (1 + noise[day])))),
            (Metric.SleepMinutes, Make.Days(count, day => At(0, day, 330))),
            (Metric.WaterMl, Make.Days(count, day => At(1, day, 1300))),
            (Metric.DrinkEntries, Make.Days(count, 4)),
            (Metric.DrinkSpanMinutes, Make.Days(count, 500)),
            (Metric.LegMinutes, Make.Days(count, day => At(2, day, 40))),
            (Metric.LegLoadKcal, Make.Days(count, day => At(2, day, 300))),
            (Metric.StressScore, Make.Days(count, day => At(1, day, 5))),
            (Metric.HrvRmssdMs, Make.Days(count, day => At(0, day, 40))),
            (Metric.RestingHeartRateBpm, Make.Days(count, day => At(2, day, 60))),
            (Metric.MagnesiumMg, Make.Days(count, day => At(1, day, 200))),
            (Metric.PotassiumMg, Make.Days(count, day => At(0, day, 1800))),
            (Metric.DietaryEnergyKcal, Make.Days(count, 2500)),
            (Metric.CheckIn, Make.Days(count, (double)CheckInItems.FoodComplete)),
            (Metric.CaffeineMg, Make.Days(count, day => At(2, day, 250))),
            (Metric.NicotineUnits, Make.Days(count, day => At(1, day, 8))));
        history = Make.With(history, (_, day) => day[Metric.SleepMinutes] is { } asleep
            ? day with { Asleep = [new SleepSpan(WakingOn(day.Day).AddMinutes(-asleep), WakingOn(day.Day))] }
            : day);
        return Make.WithDiary(history, DiaryLives.Of(count, luck));

        static DateTimeOffset WakingOn(DateOnly day) => new(day.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
    }
}
