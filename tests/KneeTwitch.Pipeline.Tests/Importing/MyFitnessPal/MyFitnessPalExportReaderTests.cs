using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.MyFitnessPal;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.MyFitnessPal;

public class MyFitnessPalExportReaderTests
{
    private const string Micros = "Sodium (mg),Potassium,Carbohydrates (g),Fiber,Sugar,Protein (g),Vitamin A,Vitamin C,Calcium,Iron";

    private const string Timed = "Date,Meal,Time,Calories,Fat (g)," + Micros + "\n";

    private const string Meals = "Date,Meal,Calories,Fat (g)," + Micros + ",Note\n";

    private const string Exercises = "Date,Exercise,Type,Exercise Calories,Exercise Minutes,Sets,Reps Per Set,Kilograms,Steps,Note\n";

    private static readonly MyFitnessPalExportReader Reader = new();

    [Fact]
    public async Task An_export_is_known_by_its_columns_and_read_whole()
    {
        var folder = Sample("MyFitnessPal", "File-Export");
        await using var export = await ExportFiles.OpenAsync(folder, cancel: TestContext.Current.CancellationToken);

        var recognition = await Reader.RecognizeAsync(export, TestContext.Current.CancellationToken);
        var result = await FromAsync(Reader, folder);

        Assert.Equal((Certainty.Sure, 3), (recognition.Certainty, recognition.Claims?.Count));
        Assert.Empty(result.Reasons);
        Assert.Equal((836.4, 36, 64, 64), (result.Sum(Metric.DietaryEnergyKcal), result.Sum(Metric.FatG), result.Sum(Metric.CarbohydratesG), result.Sum(Metric.ProteinG)));
        Assert.Equal((600, 300, 6, 8), (result.Sum(Metric.SodiumMg), result.Sum(Metric.PotassiumMg), result.Sum(Metric.FiberG), result.Sum(Metric.SugarG)));
        Assert.Equal(20, result.Only(Metric.BodyFatPercent));
        Assert.Equal(70, result.Only(Metric.BodyMassKg), 2);
    }

    [Theory]
    [InlineData("Date,Weight (kg),Fat mass (kg)\n2026-03-10,70,14\n")]
    [InlineData("Date,Meal,Note\n2026-03-10,Lunch,x\n")]
    [InlineData("Date,Exercise,Minutes\n2026-03-10,Run,30\n")]
    public async Task A_table_of_another_app_is_not_taken(string text) =>
        Assert.Equal(Certainty.No, (await RecognizeAsync(Reader, ("weight.csv", text))).Certainty);

    [Fact]
    public async Task Measurements_alone_are_only_a_guess() =>
        Assert.Equal(Certainty.Maybe, (await RecognizeAsync(Reader, ("Measurement-Summary-2026.csv", "Date,Weight\n2026-03-10,70\n"))).Certainty);

    [Fact]
    public async Task Equal_foods_of_one_minute_are_all_eaten()
    {
        var result = await FromAsync(Reader, Sample("MyFitnessPal", "File-Export"));

        Assert.Equal(
            [Utc("2026-03-10 09:00:00"), Utc("2026-03-10 09:00:01")],
            result.Of(Metric.DietaryEnergyKcal).Where(reading => reading.Value == 168.2).Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_food_without_a_time_stands_in_the_hours_of_its_meal_or_after_noon()
    {
        var result = await OfAsync(Reader, ("n.csv", Timed + "2026-03-10,Dinner,,500,20,600,300,40,6,4,40,0,0,0,0\n2026-03-10,Meal 4,,100,2,0,0,10,0,0,10,0,0,0,0\n2026-03-10,Lunch,2:05 PM,90,2,0,0,10,0,0,10,0,0,0,0\n"));

        Assert.Equal(
            [(Utc("2026-03-10 17:00"), 3), (Utc("2026-03-10 11:00"), 12), (Utc("2026-03-10 13:05"), 0)],
            result.Of(Metric.DietaryEnergyKcal).Select(reading => (reading.Start, (int)(reading.End - reading.Start).TotalHours)));
    }

    [Fact]
    public async Task A_column_of_times_that_is_empty_still_has_a_row_a_food()
    {
        var row = "2026-03-10,Lunch,,90,2,0,0,10,0,0,10,0,0,0,0\n";

        var result = await OfAsync(Reader, ("n.csv", Timed + row + row));

        Assert.Equal(180, result.Readings.Distinct().Where(reading => reading.Metric is Metric.DietaryEnergyKcal).Sum(reading => reading.Value));
        Assert.Empty(result.Of(Metric.VendorDietaryEnergyKcal));
    }

    [Fact]
    public async Task Sums_of_meals_are_a_day_s_total()
    {
        var result = await OfAsync(Reader, ("n.csv", Meals + "2026-03-10,Breakfast,300,10,200,0,30,4,3,20,0,0,10,0,\n2026-03-10,Dinner,500,20,600,300,40,6,4,40,0,0,0,0,a note\n"));

        Assert.Equal((800, 30, 800, 300), (result.Only(Metric.VendorDietaryEnergyKcal), result.Only(Metric.VendorFatG), result.Only(Metric.VendorSodiumMg), result.Only(Metric.VendorPotassiumMg)));
        Assert.Equal(Utc("2026-03-10 00:00"), result.Of(Metric.VendorDietaryEnergyKcal)[0].Start);
        Assert.Empty(result.Of(Metric.DietaryEnergyKcal));
        Assert.Equal("a note", Assert.Single(result.Diary<Note>()).Remark);
        Assert.Equal(DiaryTime.On(new DateOnly(2026, 3, 10), PartOfDay.Evening), result.Context.Diary.Entries[^1].Time);
    }

    [Fact]
    public async Task Of_meals_and_foods_of_one_day_only_the_foods_count()
    {
        var result = await OfAsync(
            Reader,
            ("a.csv", Timed + "2026-03-10,Dinner,7:00 PM,500,20,600,300,40,6,4,40,0,0,0,0\n"),
            ("b.csv", Meals + "2026-03-10,Dinner,500,20,600,300,40,6,4,40,0,0,0,0,\n2026-03-11,Dinner,400,20,600,300,40,6,4,40,0,0,0,0,\n"));

        Assert.Equal(500, result.Only(Metric.DietaryEnergyKcal));
        Assert.Equal((400, Utc("2026-03-11 00:00")), (result.Only(Metric.VendorDietaryEnergyKcal), result.Of(Metric.VendorDietaryEnergyKcal)[0].Start));
        Assert.Equal(1, result.Unread["meals of days that another file tells"]);
    }

    [Fact]
    public async Task A_mineral_of_zero_is_not_known_and_fat_of_zero_is_none()
    {
        var result = await OfAsync(Reader, ("n.csv", Timed + "2026-03-10,Lunch,,90,0.0,0.0,0.0,10,0.0,0.0,10,0,0,0,0\n"));

        Assert.Equal(0, result.Only(Metric.FatG));
        Assert.All([Metric.SodiumMg, Metric.PotassiumMg, Metric.FiberG, Metric.SugarG], metric => Assert.Empty(result.Of(metric)));
    }

    [Fact]
    public async Task A_percentage_of_a_daily_value_is_no_amount()
    {
        var result = await FromAsync(Reader, Sample("MyFitnessPal", "File-Export"));

        Assert.All([Metric.CalciumMg, Metric.IronMg, Metric.VitaminCMg, Metric.VendorCalciumMg], metric => Assert.Empty(result.Of(metric)));
        Assert.Equal(2, result.Unread["column Calcium, a percentage of a daily value"]);
    }

    [Theory]
    [InlineData("Calories")]
    [InlineData("Energy (kJ)")]
    public async Task Energy_that_is_four_times_what_the_food_is_made_of_is_kilojoules(string column)
    {
        var head = Timed.Replace("Calories", column, StringComparison.Ordinal);

        var result = await OfAsync(Reader, ("n.csv", head + "2026-03-10,Lunch,,1422.56,20,0,0,10,0,0,30,0,0,0,0\n"));

        Assert.Equal(340, result.Only(Metric.DietaryEnergyKcal), 6);
    }

    [Fact]
    public async Task Groups_of_thousands_in_old_files_are_numbers() =>
        Assert.Equal(1_024, (await OfAsync(Reader, ("n.csv", Timed + "2026-03-10,Lunch,,\"1,024.0\",60,0,0,60,0,0,60,0,0,0,0\n"))).Only(Metric.DietaryEnergyKcal));

    [Fact]
    public async Task A_spreadsheet_s_dates_are_read_where_one_of_them_tells_day_from_month()
    {
        var result = await OfAsync(Reader, ("n.csv", Timed + "3/1/2026,Lunch,,90,2,0,0,10,0,0,10,0,0,0,0\n3/14/2026,Lunch,,80,2,0,0,10,0,0,10,0,0,0,0\n"));

        Assert.Equal([Utc("2026-03-01 11:00"), Utc("2026-03-14 11:00")], result.Of(Metric.DietaryEnergyKcal).Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_mark_before_the_first_byte_and_a_header_that_comes_twice_do_no_harm()
    {
        var text = "\uFEFF" + Timed + "2026-03-10,Lunch,,90,2,0,0,10,0,0,10,0,0,0,0\r\n" + Timed;

        Assert.Equal(Certainty.Sure, (await RecognizeAsync(Reader, ("n.csv", text))).Certainty);
        Assert.Equal(90, (await OfAsync(Reader, ("n.csv", text))).Only(Metric.DietaryEnergyKcal));
        Assert.Empty((await OfAsync(Reader, ("n.csv", text))).Reasons);
    }

    [Fact]
    public async Task An_edited_day_is_taken_from_the_export_that_reaches_further()
    {
        const string rest = ",2,0,0,10,0,0,10,0,0,0,0\n";

        var result = await OfAsync(Reader, ("1.csv", Timed + "2026-03-10,Lunch,,90" + rest), ("2.csv", Timed + "2026-03-10,Lunch,,120" + rest + "2026-03-11,Lunch,,80" + rest));

        Assert.Equal([120, 80], result.Of(Metric.DietaryEnergyKcal).Select(reading => reading.Value));
    }

    [Theory]
    [InlineData("Garmin Connect calorie adjustment", "150")]
    [InlineData("Fitbit calorie adjustment", "-80")]
    public async Task An_adjustment_by_a_connected_service_is_no_workout_and_its_steps_are_not_taken(string name, string kcal)
    {
        var result = await OfAsync(Reader, ("e.csv", Exercises + $"2026-03-10,{name},Cardio,{kcal},1,,,,9000,\n"));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["adjustments by connected services"]);
    }

    [Fact]
    public async Task A_name_in_quotes_of_its_own_is_a_sport_and_strength_a_type()
    {
        var result = await OfAsync(Reader, ("e.csv", Exercises + "2026-03-10,\"\"\"Walking, 3 mph\"\"\",Cardio,120,30,,,,,\n2026-03-10,Bench press,Strength,0,20,3,10,60,,\n2026-03-10,Squats,Strength,0,,3,10,60,,\n"));

        Assert.Equal([(double)Sport.Walk, (double)Sport.Strength], result.Of(Metric.WorkoutSport).Select(reading => reading.Value));
        Assert.Equal([30, 20], result.Of(Metric.WorkoutMinutes).Select(reading => reading.Value));
        Assert.Equal(120, result.Only(Metric.WorkoutEnergyKcal));
        Assert.Equal(1, result.Unread["exercises without minutes"]);
    }

    [Theory]
    [InlineData("Kilograms", 70, 70)]
    [InlineData("Pounds", 154.324, 70)]
    public async Task The_unit_of_a_weight_is_the_one_of_the_exercises_loads(string loads, double said, double kilograms)
    {
        var result = await OfAsync(
            Reader,
            ("e.csv", Exercises.Replace("Kilograms", loads, StringComparison.Ordinal)),
            ("m.csv", FormattableString.Invariant($"Date,Neck,My arm,Weight\n2026-03-10,35,30,{said}\n")),
            ("Measurement-Summary.csv", FormattableString.Invariant($"Date,My arm,Weight\n2026-03-11,30,{said}\n")));

        Assert.Equal(kilograms, result.Only(Metric.BodyMassKg), 2);
        Assert.Equal(1, result.Unread["other measurements"]);
    }

    [Fact]
    public async Task A_weight_without_a_unit_is_not_guessed()
    {
        var result = await OfAsync(Reader, ("m.csv", "Date,Weight\n2026-03-10,150\n"));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Context.Rejects.Count);
    }

    [Fact]
    public async Task A_weight_whose_column_names_its_unit_needs_no_other_table() =>
        Assert.Equal(70, (await OfAsync(Reader, ("m.csv", "Date,Weight (lb)\n2026-03-10,154.324\n"))).Only(Metric.BodyMassKg), 2);

    [Fact]
    public async Task The_same_file_read_again_says_the_same() =>
        Assert.Equal((await FromAsync(Reader, Sample("MyFitnessPal", "File-Export"))).Readings, (await FromAsync(Reader, Sample("MyFitnessPal", "File-Export"))).Readings);
}
