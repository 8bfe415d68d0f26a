using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class EmergencySignsTests
{
    private static readonly Question[] All = [.. Enum.GetValues<Question>().Where(question => question <= Question.SevereMusclePainWithDarkUrine)];

    public static TheoryData<Question> Questions => [.. All];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Any_single_yes_speaks_on_its_own_day(Question question)
    {
        var day = Last(Make.Diary(1, (0, Make.Yes(question))));

        Assert.Equal((3, Standing.Strong, Tier.Emergency), (day.Level, day.Standing, Tiers.Of(day.Evidence)));
        Assert.Equal("raise", day.Reason);
        Assert.Equal(Make.FirstDay, day.Since);
        Assert.Contains(AnswerWords.Phrase(question), EmergencySigns.Factor.Says(day));
        Assert.Contains("Call your emergency number now.", EmergencySigns.Factor.Says(day));
    }

    [Fact]
    public void Children_get_it_too()
    {
        var history = Make.Diary(Make.Wearer(birthYear: 2016), 1, [(0, Make.Yes(Question.Fainting))]);

        Assert.Equal(3, Last(history).Level);
    }

    [Fact]
    public void Without_an_answer_nothing_can_be_seen() =>
        Assert.Equal(Standing.CannotBeSeen, Last(Make.Diary(3, (0, new CheckIn { Stress = 3 }))).Standing);

    [Fact]
    public void A_few_answers_are_not_enough_to_be_clear()
    {
        var day = Last(Make.Diary(1, (0, Make.No(All[..4]))));

        Assert.Equal((Standing.NotEnoughData, "4 of 11 questions on sudden signs answered in the last 2 weeks"), (day.Standing, day.Missing));
    }

    [Fact]
    public void All_questions_answered_with_no_are_clear_for_two_weeks_and_stale_after_four()
    {
        var days = Days(Make.Diary(30, (0, Make.No(All))));

        Assert.Equal([Standing.Clear, Standing.Clear, Standing.NotEnoughData, Standing.Stale], new[] { 0, 13, 14, 28 }.Select(day => days[day].Standing));
    }

    [Theory]
    [InlineData(27, 3)]
    [InlineData(28, 0)]
    public void Silence_keeps_it_for_four_weeks(int day, int level) => Assert.Equal(level, Days(Make.Diary(30, (0, Make.Yes(Question.ChestPain))))[day].Level);

    [Fact]
    public void A_later_no_to_the_same_question_takes_it_back_and_a_no_to_another_does_not()
    {
        var days = Days(Make.Diary(4, (0, Make.Yes(Question.ChestPain)), (1, Make.No(Question.Fainting)), (2, Make.No(Question.ChestPain))));

        Assert.Equal([3, 3, 0, 0], days.Select(day => day.Level));
    }

    [Fact]
    public void A_visit_said_before_the_answer_of_the_same_day_does_not_take_it_back()
    {
        Assert.Equal(3, Last(Make.Diary(1, (0, new Visit()), (0, Make.Yes(Question.ChestPain)))).Level);
        Assert.Equal(0, Last(Make.Diary(1, (0, Make.Yes(Question.ChestPain)), (0, new Visit()))).Level);
        Assert.Equal(3, Last(Make.Diary(1, (0, Make.Yes(Question.ChestPain)), (0, new Visit { About = ["RF4"] }))).Level);
    }

    [Fact]
    public void An_answer_is_judged_although_it_gives_the_day_no_number()
    {
        var log = Make.Log([(0, Make.Yes(Question.FaceDroop))]);

        var history = new KneeTwitch.Core.Days.History(Make.Wearer(), [], Make.FirstDay, log);

        Assert.Equal(3, Last(history).Level);
    }

    private static Assessment Last(KneeTwitch.Core.Days.History history) => Days(history)[^1];

    private static IReadOnlyList<Assessment> Days(KneeTwitch.Core.Days.History history) => Analysis.Run(EmergencySigns.Factor, history);
}
