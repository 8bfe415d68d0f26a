using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Cronometer;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Cronometer;

public class CronometerBodyTests
{
    private const string Exercises = "Day,Time,Exercise,Minutes,Calories Burned\n";

    private const string Biometrics = "Day,Time,Metric,Amount,Unit\n";

    private static readonly CronometerExportReader Reader = new();

    [Theory]
    [InlineData("-350")]
    [InlineData("350")]
    public async Task Energy_below_zero_was_burned_as_well(string burned)
    {
        var result = await OfAsync(Reader, ("e.csv", Exercises + $"2026-03-10,06:30,Running,30,{burned}\n"));

        Assert.Equal((350, 30, (double)Sport.Run), (result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutSport)));
        Assert.Equal(Utc("2026-03-10 05:30"), result.Of(Metric.WorkoutMinutes)[0].Start);
    }

    [Theory]
    [InlineData("Garmin Activity")]
    [InlineData("Apple Health - Active Energy")]
    [InlineData("Fitbit Activity")]
    public async Task An_adjustment_by_a_connected_service_is_no_workout(string name)
    {
        var result = await OfAsync(Reader, ("e.csv", Exercises + $"2026-03-10,,{name},1440,-500\n"));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["adjustments by connected services"]);
    }

    [Fact]
    public async Task Workouts_without_a_time_follow_each_other_from_noon()
    {
        var result = await OfAsync(Reader, ("e.csv", Exercises + "2026-03-10,,Yoga,30,-90\n2026-03-10,,Dancing,30,-150\n"));

        Assert.Equal([Utc("2026-03-10 11:00"), Utc("2026-03-10 11:32")], result.Of(Metric.WorkoutMinutes).Select(reading => reading.Start));
    }

    [Theory]
    [InlineData("Day,Time,Metric,Amount,Unit\n2026-03-10,07:00,Weight,154.324,lb\n")]
    [InlineData("Day,Time,Group,Metric,Unit,Amount\n2026-03-10,07:00,,Weight,kg,70\n")]
    [InlineData("Day,Metric,Unit,Amount\n2026-03-10,Weight,st,11.0231\n")]
    public async Task Amount_and_unit_stand_in_either_order(string text) => Assert.Equal(70, (await OfAsync(Reader, ("b.csv", text))).Only(Metric.BodyMassKg), 2);

    [Fact]
    public async Task What_a_connected_device_wrote_comes_with_its_own_export_but_rest_is_no_device()
    {
        var result = await OfAsync(Reader, ("b.csv", Biometrics + "2026-03-10,07:00,Weight (Garmin),70,kg\n2026-03-10,07:00,Heart Rate (resting),55,bpm\n2026-03-10,09:00,Heart Rate,72,bpm\n"));

        Assert.Equal((55, 72), (result.Only(Metric.RestingHeartRateBpm), result.Only(Metric.HeartRateBpm)));
        Assert.Empty(result.Of(Metric.BodyMassKg));
        Assert.Equal(1, result.Unread["biometrics from connected devices"]);
    }

    [Fact]
    public async Task Pressure_is_one_text_with_two_numbers_and_glucose_has_two_units()
    {
        var result = await OfAsync(Reader, ("b.csv", Biometrics + "2026-03-10,07:00,Blood Pressure,120/80,mmHg\n2026-03-10,07:00,Blood Glucose,5.5,mmol/L\n2026-03-10,,Sleep,7.5,hours\n2026-03-10,,Body Fat,18.2,%\n"));

        Assert.Equal((120, 80, 450, 18.2), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg), result.Only(Metric.VendorSleepMinutes), result.Only(Metric.BodyFatPercent)));
        Assert.Equal(99.09, result.Only(Metric.BloodGlucoseMgPerDl), 2);
    }

    [Fact]
    public async Task A_mood_and_what_the_wearer_made_up_go_to_the_diary()
    {
        var result = await OfAsync(Reader, ("b.csv", Biometrics + "2026-03-10,07:00,Mood,4,\n2026-03-10,,Knee feeling,3,of 5\n"));

        Assert.Empty(result.Readings);
        Assert.Equal([("Mood", 4.0, null), ("Knee feeling", 3.0, "of 5")], result.Diary<Tag>().Select(tag => (tag.Name, tag.Amount ?? 0, tag.Unit)));
    }

    [Fact]
    public async Task A_weight_in_a_unit_that_nobody_knows_is_rejected()
    {
        var result = await OfAsync(Reader, ("b.csv", Biometrics + "2026-03-10,07:00,Weight,70,bananas\n"));

        Assert.Empty(result.Readings);
        Assert.Equal(["Body mass: no number, or a unit that is not known"], result.Reasons);
    }

    [Fact]
    public async Task Notes_with_line_breaks_are_the_wearer_s_words_and_an_edited_one_keeps_its_key()
    {
        var result = await OfAsync(Reader, ("n.csv", "Day,Time,Group,Note\n2026-03-10,09:00,,\"first, line\nsecond line\"\n2026-03-11,,,twitch\n"));

        var edited = await OfAsync(Reader, ("n.csv", "Day,Time,Group,Note\n2026-03-10,09:00,,other words\n"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
        Assert.Equal(["first, line\nsecond line", "twitch"], result.Diary<Note>().Select(note => note.Remark));
        Assert.Equal(DiaryTime.On(new DateOnly(2026, 3, 11)), result.Context.Diary.Entries[^1].Time);
        Assert.Contains(result.Context.Diary.Entries, entry => entry.What is Note && entry.Key == edited.Context.Diary.Entries[^1].Key);
    }
}
