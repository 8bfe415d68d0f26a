using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class WeaknessTests
{
    private static readonly Question[] All = [Question.TroubleLiftingFoot, Question.FootSlap, Question.Tripping, Question.KneeGivingWay, Question.StairsOrRisingHarder];

    public static TheoryData<Question> Questions => [.. All];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Any_yes_speaks_at_once(Question question)
    {
        var day = Days(Make.Diary(1, (0, Make.Yes(question))))[0];

        Assert.Equal((3, Tier.Contact), (day.Level, Tiers.Of(day.Evidence)));
        Assert.Contains("contact one today or tomorrow", Weakness.Factor.Says(day));
    }

    [Theory]
    [InlineData(true, Side.Both, 3)]
    [InlineData(null, null, 3)]
    [InlineData(false, Side.Left, 3)]
    [InlineData(false, null, 0)]
    [InlineData(false, Side.Both, 0)]
    public void It_counts_if_it_lasts_or_is_of_one_leg(bool? hasLasted, Side? side, int level) =>
        Assert.Equal(level, Days(Make.Diary(1, (0, Make.Yes(Question.Tripping, side, hasLasted))))[0].Level);

    [Fact]
    public void Sudden_is_an_emergency() =>
        Assert.Equal(Tier.Emergency, Tiers.Of(Days(Make.Diary(1, (0, Make.Yes(Question.KneeGivingWay, isSudden: true))))[0].Evidence));

    [Fact]
    public void It_stays_until_a_visit_is_reported()
    {
        var days = Days(Make.Diary(60, (0, Make.Yes(Question.Tripping)), (50, new Visit())));

        Assert.Equal((3, 3, 0), (days[28].Level, days[49].Level, days[50].Level));
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(15, 3)]
    public void Four_weeks_of_no_end_it_but_only_if_they_were_said(int noDays, int level)
    {
        var history = Make.Diary(40, [(0, Make.Yes(Question.Tripping)), .. Enumerable.Range(1, noDays).Select(day => (day, (DiaryFact)Make.No(Question.Tripping)))]);

        Assert.Equal((3, level), (Days(history)[27].Level, Days(history)[28].Level));
    }

    [Fact]
    public void All_questions_must_be_answered_before_it_is_clear()
    {
        Assert.Equal(Standing.Clear, Days(Make.Diary(1, (0, Make.No(All))))[0].Standing);
        Assert.Equal(Standing.NotEnoughData, Days(Make.Diary(1, (0, Make.No(All[1..]))))[0].Standing);
    }

    [Theory]
    [InlineData(2.4, 2.1, 0.3, 2)]
    [InlineData(2.4, 1.9, 0.3, 1)]
    [InlineData(1.9, 1.9, 0.3, 0)]
    public void Golden_example_35_a_gait_day_counts_the_metrics_beyond_the_usual(double first, double second, double third, int grade) =>
        Assert.Equal(grade, Gait.GradeOf(new[] { first, second, third }.Count(z => Gait.IsBeyond(z, 0.6))));

    [Fact]
    public void A_series_that_resembles_itself_needs_more()
    {
        Assert.True(Gait.IsBeyond(2.0, 0.69));
        Assert.False(Gait.IsBeyond(2.4, 0.70));
    }

    [Fact]
    public void A_gait_day_is_judged_against_the_own_usual()
    {
        var day = Gait.Grade(Limping(80, 70), 75, 75);

        Assert.Equal((2, false), (day.Grade, day.IsClean));
        Assert.Equal(3, day.Evidence["gait_metrics_beyond_usual"]);
    }

    [Fact]
    public void Fewer_than_three_metrics_say_nothing()
    {
        var history = Make.History((Metric.WalkingSpeedMps, Make.Days(80, day => 1.3 + (day % 3 * 0.01))), (Metric.WalkingAsymmetryPercent, Make.Days(80, 2)));

        Assert.Equal((null, "2 of 3 walking metrics can be compared"), (Gait.Grade(history, 75, 75).Grade, Gait.Grade(history, 75, 75).Missing));
    }

    [Fact]
    public void Changed_walking_alone_asks_and_never_flags()
    {
        var history = Limping(130, 70);

        var days = Days(history);

        Assert.Contains(days, day => day.Level == 1);
        Assert.DoesNotContain(days, day => day.Level >= 2);
        Assert.Empty(AlertPolicy.Reconcile(history.Wearer.Id, [], days, new DateTimeOffset(2026, 8, 1, 5, 0, 0, TimeSpan.Zero)));
        Assert.Contains(days, day => Weakness.Factor.Says(day).Contains("Please answer the questions"));
    }

    [Fact]
    public void Questions_left_open_for_a_week_are_to_be_mentioned_and_an_answer_ends_that()
    {
        var days = Days(Make.Diary(12, (1, new Twitch { Place = "calf", IsWeak = true }), (10, Make.No(All))));

        Assert.Equal([Tier.None, Tier.Mention, Tier.None], new[] { 7, 8, 10 }.Select(day => Tiers.Of(days[day].Evidence)));
        Assert.All(days.Skip(1), day => Assert.Equal(1, day.Level));
    }

    [Theory]
    [InlineData(49.9, 1)]
    [InlineData(50.0, 0)]
    public void Low_steadiness_asks_at_once(double percent, int level) =>
        Assert.Equal(level, Days(Make.History((Metric.WalkingSteadinessPercent, [percent])))[0].Level);

    private static History Limping(int days, int from) => Make.History(
        (Metric.WalkingAsymmetryPercent, Make.Days(days, day => (day < from ? 2 : 8) + (day % 3 * 0.2))),
        (Metric.DoubleSupportPercent, Make.Days(days, day => (day < from ? 28 : 32) + (day % 3 * 0.2))),
        (Metric.WalkingSpeedMps, Make.Days(days, day => (day < from ? 1.3 : 1.0) + (day % 3 * 0.01))));

    private static IReadOnlyList<Assessment> Days(History history) => Analysis.Run(Weakness.Factor, history);
}
