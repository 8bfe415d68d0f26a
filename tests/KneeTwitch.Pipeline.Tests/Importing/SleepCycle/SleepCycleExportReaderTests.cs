using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.SleepCycle;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.SleepCycle;

public class SleepCycleExportReaderTests
{
    private const string Old = "Start;End;Sleep quality;Time in bed;Wake up;Sleep Notes;Heart rate;Activity (steps)";
    private const string New = "Start;End;Sleep Quality;Awake (seconds);Dream (seconds);Light (seconds);Deep (seconds);Time in bed (seconds);Time asleep (seconds);Body temperature deviation (°F);Respiratory rate";
    private static readonly SleepCycleExportReader Reader = new();

    [Fact]
    public async Task Seconds_with_decimal_commas_become_the_stages_of_a_night()
    {
        var result = await FromAsync(Reader, Sample("SleepCycle", "sleepdata.csv"));

        Assert.Equal((240, 120, 90, 30), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal((450, 58, -0.3), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.HeartRateBpm), result.Only(Metric.SkinTemperatureDeviationC)));
    }

    [Fact]
    public async Task A_night_of_26_hours_is_a_crash_a_short_one_a_test_and_one_of_nothing_a_failure()
    {
        var result = await FromAsync(Reader, Sample("SleepCycle", "sleepdata.csv"));

        Assert.Equal(["a night that ends before it begins, or lasts longer than a day"], result.Reasons);
        Assert.Equal(490, result.Minutes(SleepStage.InBed));
        Assert.Equal(1, result.Unread["nights that could not be tracked"]);
    }

    [Fact]
    public async Task Notes_are_tags_of_the_diary_and_steps_are_not_taken()
    {
        var result = await FromAsync(Reader, Sample("SleepCycle", "sleepdata.csv"));

        Assert.Equal(
            [new Tag { Name = "Drank coffee", IsYes = true }, new Tag { Name = "Stressful day", IsYes = true }, new Tag { Name = "Watered plants", IsYes = true }],
            result.Context.Diary.Entries.Select(entry => entry.What));
        Assert.Equal(Utc("2026-03-09 22:00"), result.Context.Diary.Entries[0].Time?.At);
        Assert.Empty(result.Of(Metric.Steps));
        Assert.Empty(result.Of(Metric.VendorSteps));
    }

    [Theory]
    [InlineData("8:00", "0")]
    [InlineData("8:00:00", "")]
    [InlineData("08:00:00", "0")]
    public async Task The_old_layout_knows_no_stages_and_zero_is_not_measured(string inBed, string pulse)
    {
        var result = await OfAsync(Reader, ("sleepdata.csv", $"\uFEFF{Old}\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;{inBed};:);;{pulse};0\n"));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Single(result.Of(Metric.SleepStage));
        Assert.Empty(result.Of(Metric.HeartRateBpm));
        Assert.Empty(result.Of(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task Time_in_bed_is_believed_where_the_clocks_disagree()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{Old}\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;7:00;;;;\n"));

        Assert.Equal(420, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task An_edited_night_counts_once_and_of_two_that_overlap_the_longer_one()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{Old}\n2016-03-09 23:00:00;2016-03-10 06:00:00;89%;7:00;;;;\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;8:00;;a;;\n2016-03-09 23:30:00;2016-03-10 06:00:00;80%;6:30;;;;\n"));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task The_layout_that_goes_to_bed_is_known_and_commas_of_a_spreadsheet_too()
    {
        var text = "Went to bed,Woke up,Sleep Quality,Time in bed,Alertness score\n2026-03-09 23:00:00,2026-03-10 07:00:00,0.89,8:00,3\n";

        Assert.Equal(Certainty.Sure, (await RecognizeAsync(Reader, ("x.csv", text))).Certainty);
        Assert.Equal(480, (await OfAsync(Reader, ("x.csv", text))).Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task A_header_in_another_language_is_read_by_the_places_of_its_columns()
    {
        var english = await File.ReadAllTextAsync(Sample("SleepCycle", "sleepdata.csv"), TestContext.Current.CancellationToken);
        var columns = english.Split('\n')[0].Split(';').Length;
        var text = string.Join(';', Enumerable.Range(1, columns).Select(column => $"Spalte {column}")) + english[english.IndexOf('\n', StringComparison.Ordinal)..];

        var recognition = await RecognizeAsync(Reader, ("x.csv", text));
        var result = await OfAsync(Reader, ("x.csv", text));

        Assert.Equal(Certainty.Likely, recognition.Certainty);
        Assert.Contains("places", recognition.Version, StringComparison.Ordinal);
        Assert.Equal((240, 120, 90, 30), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal((450, 58), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.HeartRateBpm)));
        Assert.Empty(result.Of(Metric.SkinTemperatureDeviationC));
    }

    [Fact]
    public async Task The_old_layout_in_another_language_knows_time_in_bed_and_pulse()
    {
        var result = await OfAsync(Reader, ("x.csv", "Anfang;Ende;Schlafqualität;Zeit im Bett;Aufwachen;Notizen;Herzfrequenz;Aktivität\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;7:00;:);;61;4000\n"));

        Assert.Equal((420, 61), (result.Minutes(SleepStage.InBed), result.Only(Metric.HeartRateBpm)));
    }

    [Fact]
    public async Task Of_a_layout_in_another_language_that_is_not_known_only_the_times_are_read()
    {
        var result = await OfAsync(Reader, ("x.csv", "a;b;c;d;e;f\n2016-03-09 23:00:00;2016-03-10 07:00:00;89 %;111;112;113\n"));

        Assert.Equal([Metric.SleepStage, Metric.VendorInBedMinutes], result.Readings.Select(reading => reading.Metric));
    }

    [Theory]
    [InlineData("Start;End;Sleep duration;Deep;Rem\n2016-03-09 23:00:00;2016-03-10 07:00:00;8:00;1;2\n")]
    [InlineData("a;b;c\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%\n")]
    public async Task A_table_that_begins_otherwise_is_somebody_elses(string text) =>
        Assert.Equal(Certainty.No, (await RecognizeAsync(Reader, ("x.csv", text))).Certainty);

    [Fact]
    public async Task Stages_that_are_all_zero_were_not_analysed()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{New}\n2026-03-09 23:00:00;2026-03-10 07:00:00;80%;0;0;0;0;28800;0;;\n"));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Single(result.Of(Metric.SleepStage));
        Assert.Empty(result.Of(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task Stages_that_add_up_to_more_than_the_time_in_bed_stay_within_it()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{New}\n2026-03-09 23:00:00;2026-03-10 07:00:00;80%;60;7200;14400;7200;28800;28800;;\n"));

        Assert.Equal((120, 240, 120), (result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep)));
        Assert.All(result.Of(Metric.SleepStage), stage => Assert.InRange(stage.End, Utc("2026-03-09 22:00"), Utc("2026-03-10 06:00")));
    }

    [Fact]
    public async Task A_deviation_in_fahrenheit_is_scaled_and_breaths_belong_to_the_night()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{New}\n2026-03-09 23:00:00;2026-03-10 07:00:00;80%;0;0;28800;0;28800;28800;-0.9;14.5\n"));

        Assert.Equal((-0.5, 14.5), (Math.Round(result.Only(Metric.SkinTemperatureDeviationC), 6), result.Only(Metric.RespiratoryRatePerMinute)));
    }

    [Theory]
    [InlineData("2026-03-10 07:00:00;2026-03-09 23:00:00")]
    [InlineData("2026-03-09 23:00:00;2026-03-11 23:00:01")]
    public async Task A_night_that_a_crash_turned_round_or_drew_out_is_a_reject(string times)
    {
        var result = await OfAsync(Reader, ("s.csv", $"{Old}\n{times};89%;8:00;;;;\n"));

        Assert.Empty(result.Readings);
        Assert.Single(result.Reasons);
    }

    [Fact]
    public async Task A_night_whose_notes_were_edited_keeps_their_keys_and_a_dash_is_no_note()
    {
        const string Night = "2016-03-09 23:00:00;2016-03-10 07:00:00;89%;8:00;;";

        var result = await OfAsync(Reader, ("s.csv", $"{Old}\n{Night}Drank tea;;\n{Night}Drank tea:Ate late;;\n2016-03-10 23:00:00;2016-03-11 07:00:00;89%;8:00;;—;;\n"));

        Assert.Equal(3, result.Context.Diary.Entries.Count);
        Assert.Equal(2, result.Context.Diary.Entries.Select(entry => entry.Key).Distinct().Count());
    }

    [Fact]
    public async Task Rows_that_two_phones_both_wrote_count_once()
    {
        const string Row = "2016-03-09 23:00:00;2016-03-10 07:00:00;89%;8:00;;;;\n";

        Assert.Equal(480, (await OfAsync(Reader, ("s.csv", $"{Old}\n{Row}{Row}"))).Minutes(SleepStage.InBed));
    }
}
