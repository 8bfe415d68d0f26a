using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Statistics;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class MedicineTimingTests
{
    [Fact]
    public void Golden_example_32_nine_in_28_days_after_four_in_56_before()
    {
        var rates = RateRatio.Of(9, 28, 4, 56);

        Assert.Equal(4.5, rates?.Ratio ?? 0, 1e-4);
        Assert.Equal(0.0088, rates?.P ?? 0, 1e-4);
        Assert.True(MedicineTiming.IsMore(rates));
    }

    [Theory]
    [InlineData("N06BA04", true)]
    [InlineData("C03AA03", true)]
    [InlineData("R03AC02", true)]
    [InlineData("R03DA04", true)]
    [InlineData("C10AA05", true)]
    [InlineData("C10BA02", true)]
    [InlineData("N02BE01", false)]
    [InlineData("C10AB05", false)]
    public void Four_classes_are_looked_at(string atc, bool isLookedAt) =>
        Assert.Equal(isLookedAt ? 2 : 0, Last(40, (10, Medicine(atc)), (20, new Twitch { Place = "knee" })).Level);

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 2)]
    [InlineData(66, 2)]
    [InlineData(67, 0)]
    public void The_cluster_must_begin_within_eight_weeks_of_the_start(int twitch, int level) =>
        Assert.Equal(level, Last(70, (10, Medicine("N06BA04")), (twitch, new Twitch { Place = "knee" })).Level);

    [Fact]
    public void A_cluster_from_before_the_start_is_not_of_the_medicine() =>
        Assert.Equal(0, Last(50, (0, new Twitch { Place = "knee" }), (20, Medicine("N06BA04")), (25, new Twitch { Place = "knee" })).Level);

    [Fact]
    public void After_four_weeks_of_calm_a_new_cluster_begins() =>
        Assert.Equal(2, Last(50, (0, new Twitch { Place = "knee" }), (20, Medicine("N06BA04")), (28, new Twitch { Place = "knee" })).Level);

    [Theory]
    [InlineData(20.0, 2)]
    [InlineData(10.0, 0)]
    [InlineData(5.0, 0)]
    public void A_higher_dose_is_a_start_and_a_lower_one_is_not(double amount, int level)
    {
        var history = Make.Diary(Make.Wearer(), 200, [(0, Medicine("N06BA04", 10)), (150, Medicine("N06BA04", amount)), (160, new Twitch { Place = "knee" }), .. CheckIns(200)]);

        Assert.Equal(level, Days(history)[^1].Level);
    }

    [Fact]
    public void Doses_alone_tell_of_a_start()
    {
        var doses = Enumerable.Range(10, 20).Select(day => (day, (DiaryFact)new Dose { Name = "x", Atc = "R03AC02" }));

        Assert.Equal((2, 5), (Days(Make.Diary(40, [.. doses, .. CheckIns(40), (15, new Twitch { Place = "knee" })]))[^1].Level,
            Days(Make.Diary(40, [.. doses, .. CheckIns(40), (15, new Twitch { Place = "knee" })]))[^1].Evidence["twitching_days_after_start"]));
    }

    [Fact]
    public void A_doubled_rate_is_enough_where_twitching_was_there_before()
    {
        var log = string.Concat(Enumerable.Repeat("10000000000000", 4)) + string.Concat(Enumerable.Repeat("1010100", 4));

        var day = Days(Make.Diary(log.Length, [.. Make.TwitchLog(log), (56, Medicine("N06BA04"))]))[^1];

        Assert.Equal(2, day.Level);
        Assert.True(day.Evidence["twitch_rate_ratio"] >= 2 && day.Evidence["twitch_rate_p"] <= 0.05);
        Assert.DoesNotContain("0.0", MedicineTiming.Factor.Says(day));
    }

    [Theory]
    [InlineData(57, 2)]
    [InlineData(58, 0)]
    public void It_ends_four_weeks_after_the_medicine(int day, int level) =>
        Assert.Equal(level, Days(Make.Diary(60, [(10, Medicine("N06BA04", stoppedOn: 31)), (20, new Twitch { Place = "knee" }), .. CheckIns(60)]))[day].Level);

    [Fact]
    public void It_ends_when_it_was_talked_about_and_stays_ended()
    {
        var days = Days(Make.Diary(60, [(10, Medicine("N06BA04")), (20, new Twitch { Place = "knee" }), (30, new Visit { About = ["C14"] }), (35, new Twitch { Place = "knee" }), .. CheckIns(60)]));

        Assert.Equal((2, 0, 0), (days[29].Level, days[30].Level, days[^1].Level));
    }

    [Fact]
    public void A_diuretic_beside_an_asthma_medicine_asks_for_an_appointment()
    {
        var day = Last(40, (10, Medicine("C03AA03")), (10, new Medicine { Name = "spray", Atc = "R03AC02" }), (20, new Twitch { Place = "knee" }));

        Assert.Equal(Tier.Book, Tiers.Of(day.Evidence));
        Assert.Contains("potassium and magnesium in the blood can be checked", MedicineTiming.Factor.Says(day));
    }

    [Fact]
    public void A_statin_with_muscle_pain_and_dark_urine_is_an_emergency_twitching_or_not()
    {
        var pain = Make.Answers(new Answer(Question.MusclePain, true), new Answer(Question.DarkUrine, true));

        Assert.Equal((3, Tier.Emergency), (Last(20, (0, Medicine("C10AA05")), (19, pain)).Level, Tiers.Of(Last(20, (0, Medicine("C10AA05")), (19, pain)).Evidence)));
        Assert.Equal(0, Last(20, (0, Medicine("N06BA04")), (19, pain)).Level);
        Assert.Equal(0, Last(20, (0, Medicine("C10AA05")), (19, Make.Yes(Question.MusclePain))).Level);
    }

    [Fact]
    public void Nobody_is_told_to_stop_anything()
    {
        var says = MedicineTiming.Factor.Says(Last(40, (10, Medicine("N06BA04")), (20, new Twitch { Place = "knee" })));

        Assert.Equal("Twitching began 10 days after a stimulant was begun or its dose rose. Such timing often fits by chance. Ask your pharmacist or prescriber about it; do not stop or change it yourself. "
            + "Mention it at your next routine contact with a clinician. The pattern goes back to 21 January 2026.", says);
    }

    [Fact]
    public void Kidney_disease_or_a_medicine_that_raises_potassium_withholds_what_brings_it()
    {
        var history = Make.Diary(Make.Wearer(), 2, [(1, Medicine("C09AA05"))], (Metric.SleepMinutes, Make.Days(2, 300)));
        var kidneys = Make.History(Make.Wearer() with { HasKidneyDisease = true }, [], (Metric.SleepMinutes, Make.Days(2, 300)));

        Assert.Equal(["S2", "S4", "S7"], Offers(history, 0));
        Assert.Equal(["S7"], Offers(history, 1));
        Assert.Equal(["S7"], Offers(kidneys, 0));
    }

    [Theory]
    [InlineData(61, 9.0, true)]
    [InlineData(60, 9.0, false)]
    [InlineData(61, 2.0, false)]
    public void A_long_hard_session_offers_an_electrolyte_drink(double minutes, double rpe, bool isOffered)
    {
        var history = Make.History(Make.Wearer(), [(0, Make.Session(minutes: minutes, rpe: rpe))], (Metric.SleepMinutes, [450]));

        Assert.Equal(isOffered, StrategyOffers.On(history, [], Make.FirstDay).Any(offer => offer.Strategy.Id == "S2"));
    }

    [Fact]
    public void Each_strategy_is_offered_from_watch_on_by_the_rules_it_fits()
    {
        string[] expected = ["S1 R07", "S2 C15", "S3 R08", "S4 R09", "S5 R01,R02,R12", "S6 R10,R11", "S7 R05,R06", "S8 R03,R04"];
        var history = Make.History((Metric.SleepMinutes, [450]));

        var offers = StrategyOffers.On(history, RiskFactors.All.Select(factor => At(factor.Id, 0, 1)), Make.FirstDay);

        Assert.Equal(expected, offers.Select(offer => $"{offer.Strategy.Id} {string.Join(',', offer.Because)}"));
        Assert.Empty(StrategyOffers.On(history, RiskFactors.All.Select(factor => At(factor.Id, 0, 0)), Make.FirstDay));
    }

    private static IEnumerable<string> Offers(History history, int day) =>
        StrategyOffers.On(history, new[] { "R05", "R09", "C15" }.Select(id => At(id, day, 2)), history.DayAt(day)).Select(offer => offer.Strategy.Id);

    private static Assessment At(string factor, int day, int level) => new()
    {
        Factor = factor,
        Day = Make.FirstDay.AddDays(day),
        Level = level,
        Standing = level > 0 ? Standing.Watch : Standing.Clear,
        Evidence = new Dictionary<string, double>(),
        RuleVersion = "1",
    };

    private static Medicine Medicine(string atc, double? amount = null, int? stoppedOn = null) =>
        new() { Name = "something", Atc = atc, DailyAmount = amount, Unit = "mg", StoppedOn = stoppedOn is { } day ? Make.FirstDay.AddDays(day) : null };

    private static IEnumerable<(int Day, DiaryFact What)> CheckIns(int days) => Enumerable.Range(0, days).Select(day => (day, (DiaryFact)new CheckIn { HasTwitched = false }));

    private static Assessment Last(int days, params (int Day, DiaryFact What)[] written) => Days(Make.Diary(days, [.. CheckIns(days), .. written]))[^1];

    private static IReadOnlyList<Assessment> Days(History history) => Analysis.Run(MedicineTiming.Factor, history);
}
