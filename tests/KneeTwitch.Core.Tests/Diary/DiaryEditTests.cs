using System.Text.Json;
using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Diary;

public class DiaryEditTests
{
    [Fact]
    public void What_is_not_given_stays_and_what_is_taken_back_goes()
    {
        var before = new Twitch { Side = Side.Left, Place = "calf", Minutes = 3, Intensity = 4, Triggers = ["coffee"] };

        var after = (Twitch)DiaryEdit.Apply(before, "twitch", new JsonObject { ["intensity"] = 6, ["minutes"] = null });

        Assert.Equal((Side.Left, "calf", 6, null), (after.Side, after.Place, after.Intensity, after.Minutes));
        Assert.Equal(["coffee"], after.Triggers);
    }

    [Fact]
    public void What_a_kind_needs_cannot_be_left_out() =>
        Assert.Throws<JsonException>(() => DiaryEdit.Apply(null, "medicine", []));

    [Fact]
    public void A_form_changes_only_what_was_changed_on_it()
    {
        var shown = new CheckIn { Stress = 3, Thirst = 2, Tags = DayTags.Ill };
        var now = shown with { Stress = 7, Tags = DayTags.Ill | DayTags.Travel, Items = CheckInItems.RestDay };

        var after = DiaryEdit.Change(now, shown, shown with { Thirst = 5, Tags = DayTags.Fever });

        Assert.Equal((7, 5), (after.Stress, after.Thirst));
        Assert.Equal(DayTags.Fever | DayTags.Travel, after.Tags);
        Assert.Equal(CheckInItems.RestDay, after.Items);
    }

    [Fact]
    public void A_blank_that_was_filled_takes_the_answer_back() =>
        Assert.Null(DiaryEdit.Change(new CheckIn { HasTwitched = true }, new CheckIn { HasTwitched = true }, new CheckIn()).HasTwitched);

    [Fact]
    public void An_answer_that_came_in_meanwhile_is_not_lost()
    {
        var meanwhile = new CheckIn { Answers = [new Answer(Question.ChestPain, IsYes: true), new Answer(Question.Tripping, IsYes: false)] };

        var after = DiaryEdit.Change(
            meanwhile,
            new CheckIn { Answers = [new Answer(Question.Tripping, IsYes: false)] },
            new CheckIn { Answers = [new Answer(Question.Tripping, IsYes: true), new Answer(Question.Fainting, IsYes: false)] });

        Assert.Equal(
            [new Answer(Question.ChestPain, IsYes: true), new Answer(Question.Tripping, IsYes: true), new Answer(Question.Fainting, IsYes: false)],
            after.Answers);
    }

    [Fact]
    public void A_first_form_that_is_blank_says_nothing()
    {
        var after = DiaryEdit.Change(null, new CheckIn(), new CheckIn());

        Assert.Equal(["kind", "items", "tags", "answers"], DiaryEdit.FieldsOf(after).Select(field => field.Key));
        Assert.Null(after.HasTwitched);
        Assert.Empty(after.Answers);
    }
}
