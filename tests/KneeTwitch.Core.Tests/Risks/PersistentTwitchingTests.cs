using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class PersistentTwitchingTests
{
    private const string Week = "1100100";

    [Fact]
    public void Golden_example_34_four_weeks_are_class_a()
    {
        var days = Judge(Weeks(4));

        Assert.Equal((2, Tier.Mention, 1), (days[^1].Level, Tiers.Of(days[^1].Evidence), days[^1].Evidence["persistence_class"]));
        Assert.Equal(4, days[^1].Evidence["twitch_weeks"]);
    }

    [Fact]
    public void Golden_example_34_relief_is_no_class() => Assert.Equal(0, Judge("1111011" + "1111011" + "0100000" + "0100000")[^1].Level);

    [Fact]
    public void With_complete_data_it_speaks_on_day_21()
    {
        var days = Judge(Weeks(3));

        Assert.Equal((0, 2, "raise"), (days[19].Level, days[20].Level, days[20].Reason));
        Assert.Equal(Make.FirstDay, days[20].Since);
    }

    [Fact]
    public void A_week_of_silence_is_no_week_without_twitches() =>
        Assert.Equal(Standing.NotEnoughData, Judge("11..1.." + "11..1.." + "11..1..")[^1].Standing);

    [Fact]
    public void It_is_judged_once_a_week_only()
    {
        // The fourth of the weeks that count is complete on day 26 already.
        var days = Judge("0000000" + Weeks(2) + "1110000");

        Assert.Equal((0, 2), (days[26].Level, days[27].Level));
    }

    [Fact]
    public void Relief_ends_class_a()
    {
        var days = Judge(Weeks(4) + "1000000" + "1000000");

        Assert.Equal((2, 0, "clear"), (days[34].Level, days[41].Level, days[41].Reason));
    }

    [Fact]
    public void A_flagged_pattern_explains_class_a_but_not_class_b()
    {
        var days = Judge(new string('0', 28) + Weeks(8), (Metric.SleepMinutes, Make.Days(84, 340)));

        Assert.Equal((0, 0, 2), (days[55].Level, days[62].Level, days[69].Level));
        Assert.Equal((2, 6), (days[69].Evidence["persistence_class"], days[69].Evidence["twitch_weeks"]));
    }

    [Fact]
    public void Ten_of_twelve_weeks_ask_for_an_appointment()
    {
        var days = Judge(Weeks(12));

        Assert.Equal((Tier.Mention, Tier.Book), (Tiers.Of(days[62].Evidence), Tiers.Of(days[69].Evidence)));
        Assert.Equal("Twitching near the knee was logged on 3 or more days in 12 of the last 12 weeks. This is a reason to talk to a clinician: book an appointment in the next two weeks. "
            + Tiers.BaseRates + " The pattern goes back to 1 January 2026.", PersistentTwitching.Factor.Says(days[^1]));
    }

    [Fact]
    public void Class_b_stays_through_relief_until_few_of_six_weeks_twitch()
    {
        var quiet = string.Concat(Enumerable.Repeat("0000000", 4));
        var days = Judge(Weeks(8) + quiet);

        Assert.Equal((2, 0), (days[56 + 20].Level, days[56 + 27].Level));
    }

    [Fact]
    public void Silence_clears_nothing()
    {
        var days = Judge(Weeks(8) + new string('.', 69) + "0");

        Assert.Equal((2, Standing.WaitingForData, "1 of 5 days with a check-in on twitching this week"), (days[^1].Level, days[^1].Standing, days[^1].Missing));
    }

    private static string Weeks(int count) => string.Concat(Enumerable.Repeat(Week, count));

    private static IReadOnlyList<Assessment> Judge(string log, params (Metric Metric, IEnumerable<double?> Values)[] series) =>
        Analysis.Run(PersistentTwitching.Factor, Make.Diary(Make.Wearer(), log.Length, Make.TwitchLog(log), series));
}
