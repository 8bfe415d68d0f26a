using KneeTwitch.Core.Diary;
using Xunit;

namespace KneeTwitch.Core.Tests.Diary;

public class DiaryWordsTests
{
    [Fact]
    public void What_was_not_said_is_not_mentioned()
    {
        Assert.Equal("left thigh front, intensity 4, 2.5 min, at rest", DiaryWords.Says(new Twitch { Side = Side.Left, Place = "thigh_front", Intensity = 4, Minutes = 2.5, AtRest = true }));
        Assert.Equal("", DiaryWords.Says(new Twitch()));
    }

    [Fact]
    public void A_no_is_said_and_is_not_a_blank()
    {
        var checkIn = new CheckIn { HasTwitched = false, Stress = 0, Tags = DayTags.Ill | DayTags.ShiftWork, Answers = [new Answer(Question.FootSlap, IsYes: false), new Answer(Question.LegLooksSmaller, IsYes: true, Side.Left)] };

        Assert.Equal(
            "no twitch, stress 0, ill, shift work, The foot slaps down when walking: no, One thigh or calf looks smaller: yes (left)",
            DiaryWords.Says(checkIn));
    }

    [Fact]
    public void A_medicine_is_said_with_its_dose_and_its_end() =>
        Assert.Equal(
            "Salbutamol, 2 puffs a day, stopped on 2026-03-09",
            DiaryWords.Says(new Medicine { Name = "Salbutamol", DailyAmount = 2, Unit = "puffs", StoppedOn = new DateOnly(2026, 3, 9) }));

    [Fact]
    public void Every_question_has_words_of_its_own() =>
        Assert.All(Enum.GetValues<Question>(), question => Assert.NotEqual(question.ToString(), question.Asked()));
}
