using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Tests.Diary;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class UnusualDaysTests
{
    [Theory]
    [InlineData(DayTags.Ill, true)]
    [InlineData(DayTags.Fever, true)]
    [InlineData(DayTags.Vaccination, false)]
    [InlineData(DayTags.Travel, false)]
    public void A_tagged_day_is_left_out_of_baselines(DayTags tag, bool isIll)
    {
        var days = UnusualDays.Of(Tagged(tag));

        Assert.Equal([1, null, 1], days.LeaveOut([1, 2, 1]));
        Assert.Equal(isIll, days.IsIll(1));
    }

    [Theory]
    [InlineData(DayTags.None)]
    [InlineData(DayTags.ShiftWork)]
    public void Other_days_are_usual(DayTags tag) => Assert.Equal([1, 2, 1], UnusualDays.Of(Tagged(tag)).LeaveOut([1, 2, 1]));

    [Fact]
    public void Fever_that_was_said_to_be_absent_is_none()
    {
        var history = Make.History((Metric.FeverSeverity, [0, -1, 3]));

        Assert.Equal([1, null, null], UnusualDays.Of(history).LeaveOut([1, 1, 1]));
    }

    private static History Tagged(DayTags tag)
    {
        var plain = Make.History((Metric.Steps, Make.Days(3, 1)));
        var diary = Write.Log(Write.On("2026-01-02", new CheckIn { Tags = tag }));
        return new History(plain.Wearer, Enumerable.Range(0, 3).Select(day => plain[day]).OfType<DaySummary>(), plain.Last, diary);
    }
}
