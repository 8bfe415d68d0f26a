using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Generic;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Generic;

public class GenericMetricsTests
{
    private static readonly GenericExportReader Reader = new();

    [Fact]
    public async Task Rows_become_readings_in_our_units()
    {
        var result = await FromAsync(Reader, Sample("Generic", "metrics.csv"));

        Assert.Equal((250, 8421, 460, 10), (result.Only(Metric.WaterMl), result.Only(Metric.VendorSteps), result.Minutes(SleepStage.Asleep), result.Only(Metric.VitaminDMcg)));
        Assert.Equal("bottle", result.Of(Metric.WaterMl)[0].Source.Name);
        Assert.Equal(["a value without its unit"], result.Reasons);
    }

    [Fact]
    public async Task A_medicine_that_was_taken_is_a_dose()
    {
        var dose = Assert.IsType<Dose>(Assert.Single((await FromAsync(Reader, Sample("Generic", "metrics.csv"))).Context.Diary.Entries).What);

        Assert.Equal(("magnesium citrate", 400, "mg"), (dose.Name, dose.Amount, dose.Unit));
    }

    [Theory]
    [InlineData("nutrition.energy", "418.4", "kJ", Metric.DietaryEnergyKcal, 100)]
    [InlineData("body.weight", "10", "st", Metric.BodyMassKg, 63.5029318)]
    [InlineData("hydration.intake", "8", "fl_oz", Metric.WaterMl, 236.588236)]
    [InlineData("nutrition.magnesium", "300000", "mcg", Metric.MagnesiumMg, 300)]
    [InlineData("heart.resting", "58", "", Metric.RestingHeartRateBpm, 58)]
    [InlineData("body.temperature", "98.6", "F", Metric.BodyTemperatureC, 37)]
    [InlineData("caffeine_mg", "95", "", Metric.CaffeineMg, 95)]
    public async Task Units_are_converted(string name, string value, string unit, Metric metric, double expected) =>
        Assert.Equal(expected, (await OfAsync(Reader, ("m.csv", $"time,metric,value,unit\n2026-03-01 10:00,{name},{value},{unit}\n"))).Only(metric), 5);

    [Theory]
    [InlineData("hydration.intake", "250", "barrel", "a unit that is not known for the metric")]
    [InlineData("hydration.intake", "250", "kg", "a unit that is not known for the metric")]
    [InlineData("moon.phase", "1", "", "a metric that is not known")]
    [InlineData("sleep_stage", "4", "", "a metric that is not known")]
    [InlineData("heart.rate", "NaN", "bpm", "a value that is no number")]
    [InlineData("heart.rate", "1e308", "bpm", "Heart rate: a value that cannot be")]
    [InlineData("sleep.session", "", "", "an interval without a time at both ends")]
    public async Task What_is_not_understood_is_rejected(string name, string value, string unit, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("m.csv", $"time,metric,value,unit,end\n2026-03-01 10:00,{name},{value},{unit},\n"))).Reasons);

    [Fact]
    public async Task A_day_a_row_holds_the_vendors_kind_of_totals_and_a_check_in()
    {
        var result = await FromAsync(Reader, Sample("Generic", "days.csv"));

        Assert.Equal((8000, 1800, 200, 310), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorWaterMl), result.Only(Metric.VendorCaffeineMg), result.Only(Metric.VendorMagnesiumMg)));
        Assert.Equal([420, 395], result.Of(Metric.VendorSleepMinutes).Select(reading => reading.Value));
        Assert.Equal((58, 71.5), (result.Only(Metric.RestingHeartRateBpm), result.Only(Metric.BodyMassKg)));
        Assert.Equal(6, Assert.IsType<CheckIn>(Assert.Single(result.Context.Diary.Entries).What).Stress);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Hrv_that_does_not_say_which_one_is_left_unread()
    {
        var result = await OfAsync(Reader, ("d.csv", "date,steps,hrv_ms\n2026-03-01,8000,45\n"));

        Assert.Equal(1, result.Unread["column hrv_ms"]);
        Assert.Single(result.Readings);
    }

    [Fact]
    public async Task Json_lines_say_the_same_as_tables_and_can_take_back()
    {
        var result = await FromAsync(Reader, Sample("Generic", "diary.ndjson"));
        var log = DiaryLog.Of(result.Context.Diary.Entries, ZoneHistory.Of("Europe/Berlin"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
        Assert.Equal(1.5, Assert.Single(log.All<Twitch>()).What.Minutes);
        Assert.Equal("R03AC02", Assert.Single(log.All<Medicine>()).What.Atc);
        var said = log.CheckInOn(new(2026, 3, 2));
        Assert.Equal((4, false, DayTags.Ill | DayTags.Fever), (said?.Stress, said?.HasTwitched, said?.Tags));
        Assert.Equal([new(Question.FootSlap, false), new Answer(Question.Tripping, true)], said?.Answers);
    }

    [Fact]
    public async Task One_bad_line_of_five_is_counted_and_the_others_are_read()
    {
        var result = await OfAsync(Reader, ("d.ndjson",
            """
            {"type":"twitch","time":"2026-03-01T10:00Z","side":"L"}
            {"type":"twitch","time":"2026-03-02T10:00Z","side":"L"

            {"type":"twitch","time":"2026-03-03T10:00Z","side":"L","side":"R"}
            // a remark
            {"type":"twitch","time":"2026-03-04T10:00Z","side":null}
            {"type":"twitch","time":"2026-03-05T10:00Z"}
            """));

        Assert.Equal(3, result.Context.Diary.Entries.Count);
        Assert.Equal((2, "d.ndjson, line 2"), (result.Context.Rejects.Count, Assert.Single(result.Context.Rejects.All).First));
    }

    [Fact]
    public async Task An_array_of_the_same_objects_is_fine() =>
        Assert.Equal(2, (await OfAsync(Reader, ("d.json", """[{"metric":"heart.rate","value":60,"time":1772352000,"unit":"bpm"},{"metric":"heart.rate","value":61,"time":1772352060,"unit":"bpm"}]"""))).Readings.Count);

    [Theory]
    [InlineData("""{"type":"medicine","date":"2026-03-01"}""")]
    [InlineData("""{"type":"girth","date":"2026-03-01","place":"calf","side":"L","centimetres":"wide"}""")]
    [InlineData("""{"type":"check_in","date":"2026-03-01","answers":[[[["x"]]]]}""")]
    [InlineData("""{"type":"check_in","date":"2026-03-01","stress":11,"id":"1"}""")]
    [InlineData("""{"type":"spell","date":"2026-03-01","id":"1"}""")]
    public async Task An_entry_that_is_wrong_in_a_field_is_a_reject(string line)
    {
        var result = await OfAsync(Reader, ("d.ndjson", """{"type":"note","date":"2026-03-01","note":"first","id":"0"}""" + "\n" + line));

        Assert.Single(result.Context.Diary.Entries);
        Assert.Equal(1, result.Context.Rejects.Count);
    }

    [Fact]
    public async Task Of_several_people_one_has_to_be_named()
    {
        const string Csv = "time,person,metric,value,unit\n2026-03-01 10:00,anna,hydration.intake,100,ml\n2026-03-01 10:00,ben,hydration.intake,200,ml\n";

        var ask = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("m.csv", Csv)));

        Assert.Contains("anna, ben", ask.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time,metric,value,unit\n", Certainty.Sure)]
    [InlineData("time,side,location,duration_s,intensity\n", Certainty.Sure)]
    [InlineData("date,side,intensity\n", Certainty.Likely)]
    [InlineData("date,steps,water_ml\n", Certainty.Maybe)]
    [InlineData("name,colour\n", Certainty.No)]
    [InlineData("""{"type":"delete","id":"b-17"}""", Certainty.Sure)]
    [InlineData("""{"widgets":[1,2]}""", Certainty.No)]
    public async Task It_is_surer_the_less_ordinary_the_columns_are(string content, Certainty certainty) =>
        Assert.Equal(certainty, (await RecognizeAsync(Reader, ("file.txt", content))).Certainty);
}
