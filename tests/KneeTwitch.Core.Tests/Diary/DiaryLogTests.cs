using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Diary;

public class DiaryLogTests
{
    [Fact]
    public void An_entry_counts_on_the_day_of_the_wearer_s_clock()
    {
        var entry = Write.On("2026-03-02", new Twitch()) with { Time = DiaryTime.Instant(new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero)) };

        Assert.Equal(new DateOnly(2026, 3, 3), Assert.Single(Write.Log(entry).Items).Day);
        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(DiaryLog.Of([entry], ZoneHistory.Of("America/New_York")).Items).Day);
    }

    [Fact]
    public void A_deleted_entry_is_gone() =>
        Assert.Empty(Write.Log(Write.On("2026-03-02", new Twitch()), Write.On("2026-03-02", null, version: 1)).Items);

    [Fact]
    public void A_day_that_was_exported_again_replaces_what_the_same_app_said_of_it_before_and_nothing_else()
    {
        var log = Write.Log(
            Write.On("2026-03-02", new Tag { Name = "deleted in the app" }, "1", source: Write.App),
            Write.On("2026-03-03", new Tag { Name = "another day" }, "1", source: Write.App),
            Write.On("2026-03-02", new Note(), "1"),
            Write.On("2026-03-02", new DayReplaced(), "day", version: 5, source: Write.App),
            Write.On("2026-03-02", new Tag { Name = "in the second export" }, "2", version: 5, source: Write.App));

        Assert.Equal(["in the second export", "another day"], log.All<Tag>().Select(tag => tag.What.Name));
        Assert.Single(log.All<Note>());
    }

    [Fact]
    public void Check_ins_of_one_day_are_one_and_the_newer_answer_counts()
    {
        var log = Write.Log(
            Write.On("2026-03-02", new CheckIn { Stress = 7, Thirst = 3, Answers = [new(Question.Tripping, true)] }, "morning"),
            Write.On("2026-03-02", new CheckIn { Stress = 4, HasTwitched = false, Answers = [new(Question.Tripping, false), new(Question.FootSlap, true)] }, "evening", version: 1));

        var said = log.CheckInOn(new(2026, 3, 2));

        Assert.Equal((4, 3, false), (said?.Stress, said?.Thirst, said?.HasTwitched));
        Assert.Equal([new(Question.Tripping, false), new Answer(Question.FootSlap, true)], said?.Answers);
        Assert.Null(log.CheckInOn(new(2026, 3, 3)));
    }

    [Theory]
    [InlineData("KNEE", "knee", true)]
    [InlineData("Upper arm", "upper_arm", false)]
    [InlineData("Oberschenkel vorn", "Oberschenkel vorn", false)]
    public void A_place_is_one_of_ours_or_stays_the_wearer_s_own_word(string said, string place, bool isNearKnee)
    {
        Assert.Equal(place, Places.Named(said));
        Assert.Equal(isNearKnee, Places.IsNearKnee(Places.Named(said)));
    }
}
