using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class LegShrinkingTests
{
    [Fact]
    public void Golden_example_35_the_change_is_against_the_own_first_measurement() => Assert.Equal(-2.0, GirthLog.ChangeOf(49.9 - 51.5, 52.0 - 51.6));

    [Fact]
    public void Two_occasions_a_week_apart_are_a_flag()
    {
        var days = Days(Make.Diary(30, [.. Tape(0, 52.0, 51.6), .. Tape(10, 49.9, 51.5), .. Tape(17, 49.8, 51.5)]));

        Assert.Equal((0, 1, 1, 2), (days[9].Level, days[10].Level, days[16].Level, days[17].Level));
        Assert.Equal((Tier.Book, Make.FirstDay.AddDays(10)), (Tiers.Of(days[17].Evidence), days[17].Since));
    }

    [Fact]
    public void Two_occasions_of_one_week_are_not() =>
        Assert.Equal(1, Days(Make.Diary(30, [.. Tape(0, 52.0, 51.6), .. Tape(10, 49.9, 51.5), .. Tape(16, 49.8, 51.5)]))[^1].Level);

    [Theory]
    [InlineData(50.5, 1)]
    [InlineData(50.6, 0)]
    public void One_and_a_half_centimetres_are_watched(double left, int level) =>
        Assert.Equal(level, Days(Make.Diary(8, [.. Tape(0, 52.0, 52.0), .. Tape(7, left, 52.0)]))[^1].Level);

    [Fact]
    public void Marks_at_other_heights_are_not_compared() =>
        Assert.Equal(0, Days(Make.Diary(30, [.. Tape(0, 52.0, 51.6, 10), .. Tape(10, 49.0, 51.5, 15), .. Tape(20, 49.0, 51.5, 15)]))[^1].Level);

    [Theory]
    [InlineData(7, 2)]
    [InlineData(6, 1)]
    public void Two_answers_a_week_apart_are_a_flag(int second, int level) =>
        Assert.Equal(level, Days(Make.Diary(10, (0, Make.Yes(Question.LegLooksSmaller)), (second, Make.Yes(Question.LegLooksSmaller))))[^1].Level);

    [Fact]
    public void Answers_of_different_legs_do_not_add_up() =>
        Assert.Equal(1, Days(Make.Diary(10, (0, Make.Yes(Question.LegLooksSmaller, Side.Left)), (8, Make.Yes(Question.LegLooksSmaller, Side.Right))))[^1].Level);

    [Fact]
    public void Once_together_with_weakness_is_a_reason_for_today_or_tomorrow()
    {
        var day = Days(Make.Diary(1, (0, Make.Answers(new Answer(Question.LegLooksSmaller, true), new Answer(Question.Tripping, true)))))[0];

        Assert.Equal((3, Tier.Contact), (day.Level, Tiers.Of(day.Evidence)));
        Assert.Contains("2 of these signs came up within 4 weeks.", LegShrinking.Factor.Says(day));
    }

    [Fact]
    public void It_stays_until_a_visit_is_reported()
    {
        var days = Days(Make.Diary(200, (0, Make.Yes(Question.LegLooksSmaller)), (8, Make.Yes(Question.LegLooksSmaller)), (9, Make.No(Question.LegLooksSmaller)), (190, new Visit { About = ["rf3"] })));

        Assert.Equal((2, 0), (days[189].Level, days[190].Level));
    }

    [Fact]
    public void What_was_never_asked_or_measured_cannot_be_seen() => Assert.Equal(Standing.CannotBeSeen, Days(Make.Diary(2, (0, new CheckIn { Stress = 1 })))[^1].Standing);

    private static (int Day, DiaryFact What)[] Tape(int day, double left, double right, double? mark = null) =>
    [
        (day, new Girth { Place = "thigh", Side = Side.Left, Centimetres = left, MarkCm = mark }),
        (day, new Girth { Place = "thigh", Side = Side.Right, Centimetres = right, MarkCm = mark }),
    ];

    private static IReadOnlyList<Assessment> Days(History history) => Analysis.Run(LegShrinking.Factor, history);
}
