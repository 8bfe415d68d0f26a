using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Core.Weeks;
using Xunit;

namespace KneeTwitch.Core.Tests.Weeks;

public class WeekReviewTests
{
    private static readonly DateOnly Sunday = new(2026, 11, 15);

    [Fact]
    public void A_week_is_compared_with_the_four_before()
    {
        var review = Review(Days(28, 450), Days(7, 400));

        var sleep = Assert.Single(review.Metrics);
        Assert.Equal(Metric.SleepMinutes, sleep.Metric);
        Assert.Equal((400, 7, 450, 28), (sleep.Mean, sleep.Days, sleep.MeanBefore, sleep.DaysBefore));
        Assert.Equal(-50, sleep.Change);
        Assert.Equal("Sleep: 6 h 40 min a day (7 of 7 days known), 50 min less than in the four weeks before.", WeekWords.Sentence(sleep));
    }

    [Theory]
    [InlineData(14, 4, true)]
    [InlineData(13, 7, false)]
    [InlineData(28, 3, false)]
    public void A_change_needs_enough_days_on_both_sides(int before, int week, bool isCompared)
    {
        var review = Review([.. Days(28 - before, null), .. Days(before, 450)], [.. Days(week, 400), .. Days(7 - week, null)]);

        Assert.Equal(isCompared, review.Metrics[0].Change is not null);
    }

    [Fact]
    public void Days_outside_the_five_weeks_do_not_count()
    {
        var review = Review([.. Days(50, 300), .. Days(28, 450)], [.. Days(7, 450), .. Days(5, 200)]);

        Assert.Equal((450, 450), (review.Metrics[0].Mean, review.Metrics[0].MeanBefore));
        Assert.Equal("about the same", WeekWords.Change(review.Metrics[0]));
    }

    [Fact]
    public void A_week_without_any_data_says_so()
    {
        var review = Review(Days(28, 450), Days(7, null));

        Assert.True(review.IsSilent);
        Assert.Equal("Sleep: no data this week.", WeekWords.Sentence(review.Metrics[0]));
        Assert.StartsWith("No data reached", WeekWords.Headline(review), StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_are_open_new_or_ended_this_week()
    {
        Alert[] alerts =
        [
            Alert("R01", opened: Sunday.AddDays(-40)),
            Alert("R05", opened: Sunday.AddDays(-2)),
            Alert("R07", opened: Sunday.AddDays(-30)) with { Cleared = Sunday.AddDays(-6), State = AlertState.Resolved },
            Alert("R10", opened: Sunday.AddDays(-30)) with { Cleared = Sunday.AddDays(-7), State = AlertState.Resolved },
            Alert("R03", opened: Sunday.AddDays(1)),
            Alert("R06", opened: Sunday.AddDays(-9)) with { State = AlertState.Resolved },
        ];
        Assessment[] ledger = [Judged("R05", -3, 0), Judged("R05", -2, 2), Judged("R05", 0, 2), Judged("R01", -3, 2), Judged("R01", 0, 2)];

        var review = WeekReview.Of(History(Days(35, 450)), ledger, alerts, Sunday);

        Assert.Equal(["R01", "R05"], review.OpenAlerts.Select(alert => alert.Factor));
        Assert.Equal(["R05"], review.NewAlerts.Select(alert => alert.Factor));
        Assert.Equal(["R07"], review.ClearedAlerts.Select(alert => alert.Factor));
        Assert.Equal(["R01", "R05"], review.Standings.Select(standing => standing.Factor));
        Assert.Equal("2 patterns stood flagged at the end of this week; 1 new, 1 ended this week. Of 2 factors, 2 had enough data to tell.", WeekWords.Headline(review));
    }

    [Fact]
    public void Leg_load_is_shown_by_the_method_that_knows_most_days()
    {
        DaySummary[] days = [.. Enumerable.Range(0, 20).Select(i => Make(Sunday.AddDays(-i), i < 5 ? [Value(Metric.LegLoadRpe, 300)] : [Value(Metric.LegLoadKcal, 500)]))];

        var review = WeekReview.Of(new History(Wearer, days, Sunday), [], [], Sunday);

        Assert.Equal(Metric.LegLoadKcal, Assert.Single(review.Metrics).Metric);
    }

    [Theory]
    [InlineData(2026, 11, 16)]
    [InlineData(2026, 11, 18)]
    [InlineData(2026, 11, 22)]
    public void The_last_week_is_the_one_that_is_over(int year, int month, int day) =>
        Assert.Equal(Sunday, WeekReview.LastWeekEnding(new DateOnly(year, month, day)));

    [Fact]
    public void A_week_ends_on_a_sunday() =>
        Assert.Throws<ArgumentException>(() => WeekReview.Of(History(Days(35, 450)), [], [], Sunday.AddDays(-1)));

    private static readonly Wearer Wearer = new() { Id = Guid.Empty, Name = "demo", Zones = ZoneHistory.Of("Europe/Berlin") };

    private static WeekReview Review(IEnumerable<double?> before, IEnumerable<double?> fromMonday)
    {
        double?[] early = [.. before], late = [.. fromMonday];
        var first = Sunday.AddDays(-6 - early.Length);
        return WeekReview.Of(History([.. early, .. late], first), [], [], Sunday);
    }

    private static History History(double?[] sleep, DateOnly? first = null)
    {
        var from = first ?? Sunday.AddDays(1 - sleep.Length);
        var days = sleep.Select((minutes, i) => Make(from.AddDays(i), minutes is { } known ? [Value(Metric.SleepMinutes, known)] : []));
        return new History(Wearer, days, from.AddDays(sleep.Length - 1));
    }

    private static double?[] Days(int count, double? minutes) => [.. Enumerable.Repeat(minutes, count)];

    private static DaySummary Make(DateOnly day, DayValue[] values) => new() { Day = day, Values = values };

    private static DayValue Value(Metric metric, double value) => new(metric, value, DayState.Measured, 1, "Watch");

    private static Alert Alert(string factor, DateOnly opened) => new()
    {
        WearerId = Guid.Empty,
        Id = $"{factor}-{opened:yyyy-MM-dd}",
        Factor = factor,
        Level = 2,
        State = AlertState.Open,
        Since = opened,
        Opened = opened,
        LastDay = opened,
        Evidence = new Dictionary<string, double>(),
    };

    private static Assessment Judged(string factor, int day, int level) => new()
    {
        Factor = factor,
        Day = Sunday.AddDays(day),
        Level = level,
        Standing = level >= 2 ? Standing.Flag : Standing.Clear,
        Evidence = new Dictionary<string, double>(),
        RuleVersion = "1",
    };
}
