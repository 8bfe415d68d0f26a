using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Statistics;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class NutrientTests
{
    private const double Complete = (double)CheckInItems.FoodComplete;

    [Fact]
    public void G16_magnesium_is_judged_as_the_institute_does()
    {
        var above = MagnesiumIntake.Z(320, 265, 86, 3);
        var below = MagnesiumIntake.Z(210, 265, 86, 20);

        Assert.Equal(0.9772, above, 1e-4);
        Assert.Equal(0.8358, Normal.Cdf(above), 1e-4);
        Assert.Equal(-1.6798, below, 1e-4);
        Assert.Equal(0.0465, Normal.Cdf(below), 1e-4);
        Assert.Equal(3, MagnesiumIntake.LevelOf(below, new(211, 209, 210, 20, 27), 265));
        Assert.Equal(2, MagnesiumIntake.LevelOf(below, new(212, 208, 210, 20, 27), 265));
    }

    [Fact]
    public void G17_potassium_is_judged_against_an_adequate_intake()
    {
        var z = PotassiumIntake.Z(1750, 2600, 851, 20);

        Assert.Equal(-4.4669, z, 1e-4);
        Assert.Equal(0.6731, 1750.0 / 2600, 1e-4);
        Assert.Equal(2, PotassiumIntake.LevelOf(z, new(2079, 1421, 1750, 20, 27), 2600));
        Assert.Equal(1, PotassiumIntake.LevelOf(z, new(2080, 1420, 1750, 20, 27), 2600));
        Assert.Equal(3, PotassiumIntake.LevelOf(-7, new(1299, 1299, 1299, 20, 27), 2600));
    }

    [Theory]
    [InlineData(0, 320, 320, 1)]
    [InlineData(-1.0, 264, 264, 2)]
    [InlineData(-1.0, 265, 200, 1)]
    [InlineData(0.01, 100, 100, 0)]
    public void Magnesium_needs_both_fortnights_below_for_a_flag(double z, double meanA, double meanB, int level) =>
        Assert.Equal(level, MagnesiumIntake.LevelOf(z, new(meanA, meanB, (meanA + meanB) / 2, 20, 27), 265));

    [Theory]
    [InlineData(Sex.Male, 1996, false, false, 330, 3400)]
    [InlineData(Sex.Male, 1980, false, false, 350, 3400)]
    [InlineData(Sex.Female, 1996, false, false, 255, 2600)]
    [InlineData(Sex.Female, 1980, false, false, 265, 2600)]
    [InlineData(Sex.Male, 2010, false, false, 340, 3000)]
    [InlineData(Sex.Female, 2010, false, false, 300, 2300)]
    [InlineData(Sex.Female, 1996, true, false, 290, 2900)]
    [InlineData(Sex.Female, 1985, true, false, 300, 2900)]
    [InlineData(Sex.Female, 1985, false, true, 265, 2800)]
    [InlineData(Sex.Male, 1985, true, true, 350, 3400)]
    public void References_are_those_of_the_table(Sex sex, int birthYear, bool isPregnant, bool isLactating, double magnesium, double potassium)
    {
        var reference = NutrientReference.Of(Make.Wearer(sex, birthYear, isPregnant: isPregnant, isLactating: isLactating), Make.FirstDay);

        Assert.Equal((magnesium, potassium), (Assert.IsType<NutrientReference>(reference).MagnesiumEar, reference.PotassiumAi));
    }

    [Fact]
    public void Without_a_sex_there_is_no_reference()
    {
        Assert.Null(NutrientReference.Of(Make.Wearer(Sex.Unknown), Make.FirstDay));
        Assert.Contains("sex", MagnesiumIntake.Grade(Food(30, 200, wearer: Eater() with { Sex = Sex.Unknown }), 29).Missing);
    }

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_20()
    {
        var days = Analysis.Run(MagnesiumIntake.Factor, Food(30, 200));

        Assert.Equal(20, days.TakeWhile(day => day.Level < 2).Count() + 1);
        Assert.Equal("Not enough data yet: 14 complete food days in the last 2 weeks and 5 in the 2 before (6 are needed in each).", MagnesiumIntake.Factor.Says(days[18]));
        Assert.Equal(
            "Your logged magnesium averaged 200 mg against a reference of 265 mg (20 complete days in 4 weeks). The pattern goes back to 1 January 2026.",
            MagnesiumIntake.Factor.Says(days[19]));
    }

    [Theory]
    [InlineData(null, 2200.0)]
    [InlineData(Complete, 1300.0)]
    [InlineData(Complete, null)]
    public void A_day_counts_only_if_said_to_be_complete_and_eaten_enough(double? said, double? kcal)
    {
        var history = Make.History(Eater(), [],
            (Metric.MagnesiumMg, Make.Days(30, 200)),
            (Metric.DietaryEnergyKcal, Make.Days(30, kcal)),
            (Metric.CheckIn, Make.Days(30, said)));

        Assert.Null(MagnesiumIntake.Grade(history, 29).Grade);
    }

    [Fact]
    public void The_resting_need_is_by_Mifflin()
    {
        // 10 * 60 + 6.25 * 165 - 5 * 40 - 161.
        Assert.Equal(1270.25, FoodDays.RestingKcal(Eater(), Make.FirstDay, 60, 165));
        Assert.Null(FoodDays.RestingKcal(Eater(), Make.FirstDay, 60, null));
    }

    [Fact]
    public void Two_weekend_days_are_needed()
    {
        // Day 0 is a Thursday: days 2 and 3 of each week are the weekend.
        var history = Food(28, 200, day => day % 7 is not (2 or 3));

        Assert.Equal("0 of 2 complete food days on a weekend in the last 4 weeks", MagnesiumIntake.Grade(history, 27).Missing);
    }

    [Fact]
    public void Without_enough_complete_days_a_level_is_kept_for_14_days_and_is_stale_then()
    {
        var days = Analysis.Run(MagnesiumIntake.Factor, Food(70, 200, day => day < 28));
        var silentFrom = days.Select((day, i) => (day, i)).First(one => one.i > 27 && one.day.Grade is null).i;

        Assert.All(days.Skip(silentFrom).Take(14), day => Assert.Equal((3, Standing.WaitingForData), (day.Level, day.Standing)));
        Assert.Equal((0, "stale", Standing.Stale), (days[silentFrom + 14].Level, days[silentFrom + 14].Reason, days[silentFrom + 14].Standing));
    }

    [Fact]
    public void A_level_stands_until_the_last_fortnight_reaches_the_reference()
    {
        var days = Analysis.Run(MagnesiumIntake.Factor, Food(80, mg: day => day < 30 ? 200 : 330));

        var changes = LevelChange.Of(days);
        Assert.Equal([(0, 3, "raise"), (3, 2, "downgrade"), (2, 1, "clear"), (1, 0, "clear")], changes.Select(change => (change.From, change.To, change.Reason)));
        Assert.InRange(changes[2].Day.DayNumber - Make.FirstDay.DayNumber, 37, 43);
    }

    [Fact]
    public void With_kidney_disease_potassium_is_shown_without_advice()
    {
        var history = Food(50, 1500, day => day < 30, Metric.PotassiumMg, Eater() with { HasKidneyDisease = true });

        var days = Analysis.Run(PotassiumIntake.Factor, history);
        var last = days[29];

        Assert.True(last.Level >= 2);
        Assert.Equal(Standing.WaitingForData, days[45].Standing);
        Assert.All(days, day => Assert.Empty(PotassiumIntake.Factor.AdviceFor(day.Evidence)));
        Assert.Equal(["S4"], PotassiumIntake.Factor.AdviceFor(Analysis.Run(PotassiumIntake.Factor, Food(30, 1500, metric: Metric.PotassiumMg))[^1].Evidence));
        Assert.Contains("ask your clinician", PotassiumIntake.Factor.Says(last));
    }

    private static Wearer Eater() => Make.Wearer(massKg: 60) with { HeightCm = 165 };

    private static History Food(int count, double mg, Func<int, bool>? isComplete = null, Metric metric = Metric.MagnesiumMg, Wearer? wearer = null) =>
        Food(count, _ => mg, isComplete, metric, wearer);

    private static History Food(int count, Func<int, double> mg, Func<int, bool>? isComplete = null, Metric metric = Metric.MagnesiumMg, Wearer? wearer = null) => Make.History(
        wearer ?? Eater(),
        [],
        (metric, Make.Days(count, day => mg(day))),
        (Metric.DietaryEnergyKcal, Make.Days(count, 2000)),
        (Metric.CheckIn, Make.Days(count, day => isComplete is null || isComplete(day) ? Complete : 0)));
}
