using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class NerveRootSignsTests
{
    private static readonly Question[] All = [Question.BackOrButtockPain, Question.PainBelowKnee, Question.LegNumbness, Question.WorseOnCoughStrainOrSitting];

    [Theory]
    [InlineData("0100", false)]
    [InlineData("1001", false)]
    [InlineData("1100", true)]
    [InlineData("0110", true)]
    [InlineData("0011", true)]
    public void A_day_counts_with_the_leg_and_two_signs(string yes, bool counts) => Assert.Equal(counts, NerveRootSigns.Counts(Signs(yes).Answers));

    [Fact]
    public void A_day_without_answers_is_missing() => Assert.Null(NerveRootSigns.Counts([new Answer(Question.Tripping, false)]));

    [Theory]
    [InlineData(4, 8, Side.Left, 2)]
    [InlineData(3, 8, Side.Left, 0)]
    [InlineData(4, 7, Side.Left, 0)]
    [InlineData(4, 8, Side.Right, 0)]
    public void Four_days_of_two_weeks_and_a_twitch_of_that_leg_are_needed(int hits, int answered, Side twitched, int level) =>
        Assert.Equal(level, Days(Days(hits, answered, (2, new Twitch { Place = "foot", Side = twitched })))[13].Level);

    [Fact]
    public void It_asks_for_a_routine_contact_then_for_an_appointment()
    {
        var written = Enumerable.Range(0, 40).Select(day => (day, (DiaryFact)Signs("1100"))).Append((20, new Twitch { Place = "calf", Side = Side.Left })).Append((1, new Twitch { Place = "calf", Side = Side.Left }));
        var days = Days(Make.Diary(40, written));

        Assert.Equal((Tier.Mention, Tier.Book), (TierOf(days[27]), TierOf(days[28])));
    }

    [Fact]
    public void Strong_pain_asks_for_an_appointment() =>
        Assert.Equal(Tier.Book, TierOf(Days(Days(4, 8, (2, new Twitch { Place = "calf", Side = Side.Left }), (9, new CheckIn { LegPain = 7 })))[13]));

    [Fact]
    public void With_weakness_it_is_for_today_or_tomorrow()
    {
        var day = Days(Days(4, 8, (2, new Twitch { Place = "calf", Side = Side.Left }), (12, Make.Yes(Question.TroubleLiftingFoot))))[13];

        Assert.Equal((3, Tier.Contact), (day.Level, TierOf(day)));
    }

    [Theory]
    [InlineData(Question.SaddleNumbness)]
    [InlineData(Question.NewBladderOrBowelTrouble)]
    public void With_bladder_bowel_or_saddle_it_is_an_emergency(Question question) =>
        Assert.Equal(Tier.Emergency, TierOf(Days(Days(4, 8, (2, new Twitch { Place = "calf", Side = Side.Left }), (12, Make.Yes(question))))[13]));

    [Fact]
    public void In_both_legs_it_is_an_emergency()
    {
        var right = new CheckIn { Answers = [new Answer(Question.PainBelowKnee, true, Side.Right), new Answer(Question.LegNumbness, true, Side.Right)] };

        Assert.Equal(Tier.Emergency, TierOf(Days(Days(4, 8, (2, new Twitch { Place = "calf", Side = Side.Left }), (12, right)))[13]));
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(7, 2)]
    public void It_ends_when_two_weeks_say_so(int answered, int level)
    {
        var history = Make.Diary(
            28,
            [
                .. Enumerable.Range(0, 8).Select(day => (day, (DiaryFact)Signs("1100"))),
                (2, new Twitch { Place = "calf", Side = Side.Left }),
                .. Enumerable.Range(28 - answered, answered).Select(day => (day, (DiaryFact)Make.No(All))),
            ]);

        Assert.Equal((2, level), (Days(history)[13].Level, Days(history)[27].Level));
    }

    private static History Days(int hits, int answered, params (int Day, DiaryFact What)[] more) => Make.Diary(
        14, [.. Enumerable.Range(0, answered).Select(day => (day, (DiaryFact)(day < hits ? Signs("1100") : Make.No(All)))), .. more]);

    private static CheckIn Signs(string yes) => new() { Answers = [.. All.Zip(yes, (question, said) => new Answer(question, said == '1', Side.Left))] };

    private static Tier TierOf(Assessment day) => Tiers.Of(day.Evidence);

    private static IReadOnlyList<Assessment> Days(History history) => Analysis.Run(NerveRootSigns.Factor, history);
}
