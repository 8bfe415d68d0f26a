using KneeTwitch.Core.Links;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Links;

public class LinkReportTests
{
    [Fact]
    public void Without_a_diary_it_says_what_to_log_and_how_much_is_needed()
    {
        var report = LinkReport.Of(Make.History((Metric.SleepMinutes, Make.Days(200, 420))));

        Assert.Null(report.NextLook);
        Assert.Empty(report.Looks);
        Assert.EndsWith(
            "A look needs 84 such days within 24 weeks, 10 of them with and 10 without twitching, and a factor that is known on 60 of them.",
            report.Says(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_look_it_counts_what_is_known_and_names_the_day()
    {
        var report = LinkReport.Of(Make.History((Metric.KneeTwitchEpisodes, Make.Days(40, day => day < 10 ? null : day % 4 == 0 ? 2 : 0))));

        Assert.Equal((Make.FirstDay.AddDays(10), 30, 7, Make.FirstDay.AddDays(10 + 83)), (report.FirstDay, report.KnownDays, report.EpisodeDays, report.NextLook));
        Assert.StartsWith(
            "Since 11 January 2026 it is known of 30 days whether there was a twitch near the knee, and 7 of them had one. The first look is at the days up to 4 April 2026. A look needs",
            report.Says(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_every_four_weeks_and_the_next_is_named()
    {
        var report = LinkReport.Of(Make.History((Metric.KneeTwitchEpisodes, Make.Days(120, day => day % 4 == 0 ? 1 : 0)), (Metric.SleepMinutes, Make.Days(120, day => 380 + (day * 7 % 90)))));

        Assert.Equal([83, 111], report.Looks.Select(look => look.Day.DayNumber - Make.FirstDay.DayNumber));
        Assert.Equal(Make.FirstDay.AddDays(139), report.NextLook);
        Assert.Contains("The next look is at the days up to", report.Says(), StringComparison.Ordinal);
    }
}
