using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class SleepLengthTests
{
    private static readonly RiskFactor Rule = SleepLength.Factor;

    [Theory]
    [InlineData(359.9, 3, false)]
    [InlineData(360, 2, false)]
    [InlineData(419.9, 2, false)]
    [InlineData(420, 1, true)]
    [InlineData(434.9, 1, true)]
    [InlineData(435, 0, true)]
    [InlineData(419.9999999, 1, true)]
    public void A_night_is_graded_by_its_length(double minutes, int grade, bool isClean)
    {
        var night = SleepLength.Grade(Make.History((Metric.SleepMinutes, [minutes])), 0);

        Assert.Equal(grade, night.Grade);
        Assert.Equal(isClean, night.IsClean);
    }

    [Theory]
    [InlineData(2009, 479, 2)]
    [InlineData(2009, 480, 1)]
    [InlineData(2009, 495, 0)]
    [InlineData(2009, 419, 3)]
    [InlineData(2007, 440, 0)]
    [InlineData(null, 440, 0)]
    public void Teens_need_an_hour_more_and_an_unknown_age_is_an_adult(int? birthYear, double minutes, int grade)
    {
        var history = Make.History(Make.Wearer(birthYear: birthYear), [], (Metric.SleepMinutes, [minutes]));

        Assert.Equal(grade, SleepLength.Grade(history, 0).Grade);
    }

    [Fact]
    public void Below_14_years_nothing_is_judged()
    {
        var history = Make.History(Make.Wearer(birthYear: 2012), [], (Metric.SleepMinutes, Make.Days(20, 300)));

        var last = Analysis.Run(Rule, history)[^1];

        Assert.Null(last.Grade);
        Assert.Equal(Standing.NotEnoughData, last.Standing);
        Assert.Contains("14 years", last.Missing);
    }

    [Theory]
    [InlineData(null, 170.0)]
    [InlineData(170.0, 179.9)]
    [InlineData(170.0, null)]
    public void A_night_that_was_hardly_recorded_is_missing(double? asleep, double? inBed)
    {
        var night = SleepLength.Grade(Make.History((Metric.SleepMinutes, [asleep]), (Metric.InBedMinutes, [inBed]), (Metric.Steps, [1])), 0);

        Assert.Null(night.Grade);
        Assert.Null(night.IsClean);
        Assert.NotNull(night.Missing);
    }

    [Fact]
    public void A_bad_night_of_three_hours_in_bed_counts() =>
        Assert.Equal(3, SleepLength.Grade(Make.History((Metric.SleepMinutes, [100]), (Metric.InBedMinutes, [180])), 0).Grade);

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_12()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.SleepMinutes, Make.Days(14, 380))));

        Assert.Equal("00001111111222", string.Concat(days.Select(day => day.Level)));
        Assert.Equal(Standing.Flag, days[11].Standing);
        Assert.Equal("raise", days[11].Reason);
        Assert.Equal(Make.FirstDay, days[11].Since);
    }

    [Theory]
    [InlineData(389, 2)]
    [InlineData(390.75, 1)]
    public void Four_short_nights_a_week_flag_only_with_a_short_week(double shortNight, int level)
    {
        // Mean of 4 short nights and 3 of 400.6: just below, or at least 395.
        var days = Analysis.Run(Rule, Make.History((Metric.SleepMinutes, Make.Days(14, d => d % 2 == 0 ? shortNight : 400 + (2.0 / 3)))));

        Assert.Equal(level, days[^1].Level);
    }

    [Fact]
    public void Missing_nights_are_named_before_anything_is_said()
    {
        var history = Make.History((Metric.SleepMinutes, [null, null, 300, 310, 305]), (Metric.Steps, Make.Days(5, 5000)));

        var days = Analysis.Run(Rule, history);

        Assert.Equal(Standing.CannotBeSeen, days[1].Standing);
        Assert.Equal(Standing.NotEnoughData, days[4].Standing);
        Assert.Equal("3 of 5 nights this week", days[4].Missing);
        Assert.Equal("Not enough data yet: 3 of 5 nights this week.", Rule.Says(days[4]));
    }

    [Fact]
    public void A_missing_night_is_neither_short_nor_long()
    {
        var history = Make.History((Metric.SleepMinutes, [.. Make.Days(14, 380), .. Make.Missing(6)]), (Metric.Steps, Make.Days(20, 1)));

        var days = Analysis.Run(Rule, history);

        Assert.All(days.Skip(14), day => Assert.Null(day.Grade));
        Assert.All(days.Skip(14), day => Assert.Null(day.IsClean));
        Assert.Equal(2, days[^1].Level);
        Assert.Equal(Standing.WaitingForData, days[^1].Standing);
        Assert.Equal("8 of 10 nights in the last 2 weeks", days[^1].Missing);
    }

    [Fact]
    public void After_a_month_of_silence_a_flag_is_stale_not_cleared()
    {
        var history = Make.History((Metric.SleepMinutes, [.. Make.Days(14, 380), .. Make.Missing(26)]), (Metric.Steps, Make.Days(40, 1)));

        var days = Analysis.Run(Rule, history);

        var changes = LevelChange.Of(days);
        Assert.Equal("stale", changes[^1].Reason);
        Assert.Equal(0, days[^1].Level);
        Assert.Equal(Standing.Stale, days[^1].Standing);
        Assert.Equal("2 of 10 nights in the last 4 weeks", days[^1].Missing);
    }

    [Fact]
    public void Somebody_who_begins_late_is_not_stale()
    {
        var history = Make.History((Metric.SleepMinutes, [.. Make.Missing(40), .. Make.Days(6, 450)]), (Metric.Steps, Make.Days(46, 1)));

        Assert.Equal(Standing.Clear, Analysis.Run(Rule, history)[^1].Standing);
    }

    [Fact]
    public void The_words_give_counts_average_and_beginning()
    {
        double?[] week = [380, 440, 372, 350, 360, 440, 300];
        var history = Make.History((Metric.SleepMinutes, Make.Days(14, d => week[d % 7])));

        var says = Rule.Says(Analysis.Run(Rule, history)[^1]);

        Assert.Equal("You slept less than 7 hours on 5 of the last 7 nights; the average was 6 h 17. The pattern goes back to 1 January 2026.", says);
    }

    [Fact]
    public void The_words_say_how_many_nights_are_known()
    {
        double?[] week = [380, 440, 372, null, 360, 380, 360];
        var history = Make.History((Metric.SleepMinutes, Make.Days(14, d => week[d % 7])), (Metric.Steps, Make.Days(14, 1)));

        Assert.StartsWith("You slept less than 7 hours on 5 of 6 known nights of the last 7;", Rule.Says(Analysis.Run(Rule, history)[^1]), StringComparison.Ordinal);
    }
}
