using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Cronometer;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Cronometer;

public class CronometerExportReaderTests
{
    private const string Head = "Day,Time,Group,Food Name,Amount,Energy (kcal),Alcohol (g),Caffeine (mg),Water (g),Magnesium (mg),Vitamin D (IU),Fat (g)\n";

    private const string SummaryHead = "Date,Energy (kcal),Caffeine (mg),Water (g),Magnesium (mg),Completed\n";

    private static readonly CronometerExportReader Reader = new();

    [Fact]
    public async Task An_export_is_known_by_its_columns_and_read_whole()
    {
        var folder = Sample("Cronometer", "cronometer");
        await using var export = await ExportFiles.OpenAsync(folder, cancel: TestContext.Current.CancellationToken);

        var recognition = await Reader.RecognizeAsync(export, TestContext.Current.CancellationToken);
        var result = await FromAsync(Reader, folder);

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Empty(result.Reasons);
        Assert.Equal(502.4, result.Sum(Metric.DietaryEnergyKcal), 6);
        Assert.Equal((95, 117, 810, 406), (result.Sum(Metric.CaffeineMg), result.Sum(Metric.MagnesiumMg), result.Sum(Metric.SodiumMg), result.Sum(Metric.PotassiumMg)));
        Assert.Equal((74, 13, 22.3), (result.Sum(Metric.CarbohydratesG), result.Sum(Metric.FatG), Math.Round(result.Sum(Metric.ProteinG), 6)));
        Assert.Equal(Utc("2026-03-10 07:05"), result.Of(Metric.CaffeineMg).Max(reading => reading.Value == 95 ? reading.Start : default));
        Assert.Equal("Two lines\nof a note", Assert.Single(result.Diary<Note>()).Remark);
    }

    [Fact]
    public async Task A_renamed_file_is_known_and_so_is_one_with_a_mark_before_its_first_byte() =>
        Assert.Equal(Certainty.Sure, (await RecognizeAsync(Reader, ("my food (1).csv", "\uFEFF" + Head + "2026-03-10,,Lunch,Rice,100 g,130,,,68,12,,0.3\n"))).Certainty);

    [Theory]
    [InlineData("date,metric,value,unit\n2026-03-10,steps,1,count\n")]
    [InlineData("Date,Meal,Calories,Fat (g),Carbohydrates (g),Protein (g),Sodium (mg)\n2026-03-10,Lunch,100,1,1,1,1\n")]
    [InlineData("Date,Amount (ml)\n2026-03-10,250\n")]
    public async Task A_table_of_another_app_is_not_taken(string text) =>
        Assert.Equal(Certainty.No, (await RecognizeAsync(Reader, ("servings.csv", text))).Certainty);

    [Fact]
    public async Task A_day_s_sum_is_the_servings_once_more_and_kept_apart_from_them()
    {
        var result = await FromAsync(Reader, Sample("Cronometer", "cronometer"));

        Assert.Equal([502.4, 1_800], result.Of(Metric.VendorDietaryEnergyKcal).Select(reading => reading.Value));
        Assert.Equal(502.4, result.Sum(Metric.DietaryEnergyKcal), 6);
        Assert.DoesNotContain(result.Of(Metric.DietaryEnergyKcal), reading => reading.Start >= Utc("2026-03-11 00:00"));
        Assert.Equal((1, 10), (result.Of(Metric.VendorAlcoholDrinks)[1].Value, result.Of(Metric.VendorVitaminDMcg)[1].Value));
    }

    [Fact]
    public async Task An_empty_nutrient_is_not_known_and_a_written_zero_is_a_zero()
    {
        var result = await OfAsync(Reader, ("s.csv", Head + "2026-03-10,,Lunch,Bar,1 bar,200,0.00,,5,,,8\n"));

        Assert.Equal(0, result.Only(Metric.AlcoholDrinks));
        Assert.Empty(result.Of(Metric.CaffeineMg));
        Assert.Empty(result.Of(Metric.MagnesiumMg));
        Assert.Equal(1, result.Unread["servings whose magnesium is not known"]);
    }

    [Theory]
    [InlineData("2026-03-12,0.00,0.00,0.00,0.00,false")]
    [InlineData("2026-03-12,,,,,false")]
    public async Task A_day_of_zeros_or_blanks_is_one_on_which_nothing_was_logged(string row)
    {
        var result = await OfAsync(Reader, ("d.csv", SummaryHead + row + "\n"));

        Assert.Equal([Metric.CheckIn], result.Readings.Select(reading => reading.Metric));
        Assert.Equal(1, result.Unread["days on which nothing was logged"]);
    }

    [Theory]
    [InlineData(" true", CheckInItems.FoodComplete)]
    [InlineData("TRUE", CheckInItems.FoodComplete)]
    [InlineData("false", CheckInItems.None)]
    public async Task A_completed_day_holds_all_that_was_eaten_and_a_mark_taken_back_is_none(string mark, CheckInItems items)
    {
        var result = await OfAsync(Reader, ("d.csv", SummaryHead + $"2026-03-10,1800,40,900,200,{mark}\n"));

        Assert.Equal((double)items, result.Only(Metric.CheckIn));
        Assert.Equal(Utc("2026-03-10 00:00"), result.Of(Metric.CheckIn)[0].Start);
    }

    [Fact]
    public async Task A_completed_day_holds_all_that_was_drunk_only_where_drinks_are_logged()
    {
        var result = await OfAsync(
            Reader,
            ("a-days.csv", SummaryHead + "2026-03-10,2,95,235,7,true\n2026-03-11,200,0,5,10,true\n"),
            ("b-servings.csv", Head + "2026-03-10,,Breakfast,Tap Water,8 fl oz,0,0,0,236.59,2,0,0\n2026-03-11,,Lunch,Bar,1 bar,200,0,0,5,10,0,8\n"));

        Assert.Equal([CheckInItems.FoodComplete | CheckInItems.DrinksComplete, CheckInItems.FoodComplete], result.Of(Metric.CheckIn).Select(reading => (CheckInItems)reading.Value));
    }

    [Fact]
    public async Task The_completed_column_may_stand_second_and_be_missing()
    {
        var second = await OfAsync(Reader, ("d.csv", "Date,Completed,Energy (kcal),Caffeine (mg),Water (g),Magnesium (mg)\n2026-03-10,true,1800,40,900,200\n"));
        var missing = await OfAsync(Reader, ("d.csv", "Date,Energy (kcal),Caffeine (mg),Water (g),Magnesium (mg)\n2026-03-10,1800,40,900,200\n"));

        Assert.Equal((32, 200), (second.Only(Metric.CheckIn), second.Only(Metric.VendorMagnesiumMg)));
        Assert.Empty(missing.Of(Metric.CheckIn));
    }

    [Fact]
    public async Task Water_summed_over_food_and_drinks_is_nobody_s_drink()
    {
        var result = await OfAsync(Reader, ("d.csv", SummaryHead + "2026-03-10,1800,40,2557.8,200,false\n"));

        Assert.Empty(result.Of(Metric.VendorWaterMl));
        Assert.Equal(1, result.Unread["sums of water in food and drinks together"]);
    }

    [Theory]
    [InlineData("energy_kcal,caffeine_mg,magnesium_mg,vitamin_d_iu,water_g")]
    [InlineData("ENERGY (KCAL),Caffeine (mg),Magnesium (mg),Vitamin D (IU),Water (g)")]
    public async Task The_last_part_of_a_header_is_the_unit_however_a_script_spells_it(string nutrients)
    {
        var result = await OfAsync(Reader, ("s.csv", $"Day,Food Name,Amount,{nutrients}\n2026-03-10,Egg,50 g,70,0,6,40,38\n"));

        Assert.Equal((70, 6, 1), (result.Only(Metric.DietaryEnergyKcal), result.Only(Metric.MagnesiumMg), result.Only(Metric.VitaminDMcg)));
    }

    [Theory]
    [InlineData("\u00B5g")]
    [InlineData("\u03BCg")]
    public async Task Both_signs_for_micro_are_one_unit_and_two_parentheses_no_trouble(string microgram)
    {
        var result = await OfAsync(Reader, ("s.csv", $"Day,Food Name,Amount,Energy (kcal),B6 (Pyridoxine) (mg),B12 (Cobalamin) ({microgram}),Vitamin D ({microgram})\n2026-03-10,Egg,50 g,70,0.1,0.45,1\n"));

        Assert.Equal((0.1, 1), (result.Only(Metric.VitaminB6Mg), result.Only(Metric.VitaminDMcg)));
        Assert.Equal(0.45, result.Only(Metric.VitaminB12Mcg), 9);
    }

    [Fact]
    public async Task Energy_in_kilojoules_is_turned_into_kilocalories() =>
        Assert.Equal(100, (await OfAsync(Reader, ("s.csv", Head.Replace("kcal", "kJ", StringComparison.Ordinal) + "2026-03-10,,Lunch,Rice,100 g,418.4,,,68,12,,0.3\n"))).Only(Metric.DietaryEnergyKcal), 6);

    [Theory]
    [InlineData("<0.01", 0.01)]
    [InlineData("\"1,477.23\"", 1_477.23)]
    public async Task Traces_and_groups_of_thousands_are_numbers(string cell, double expected) =>
        Assert.Equal(expected, (await OfAsync(Reader, ("s.csv", Head + $"2026-03-10,,Lunch,Rice,100 g,{cell},,,68,12,,0.3\n"))).Only(Metric.DietaryEnergyKcal));

    [Fact]
    public async Task A_dash_is_no_value_and_a_comma_that_may_mean_two_things_no_number()
    {
        var result = await OfAsync(Reader, ("s.csv", Head + "2026-03-10,,Lunch,Rice,100 g,—,,,68,\"1,500\",,0.3\n"));

        Assert.Empty(result.Of(Metric.DietaryEnergyKcal));
        Assert.Empty(result.Of(Metric.MagnesiumMg));
        Assert.Equal(["a value that is not a number"], result.Reasons);
    }

    [Fact]
    public async Task A_spreadsheet_with_semicolons_writes_decimal_commas()
    {
        var text = Head.Replace(',', ';') + "2026-03-10;;Lunch;Rice;100 g;130,5;;;68;12,25;;0,3\n";

        Assert.Equal((130.5, 12.25), ((await OfAsync(Reader, ("s.csv", text))).Only(Metric.DietaryEnergyKcal), (await OfAsync(Reader, ("s.csv", text))).Only(Metric.MagnesiumMg)));
    }

    [Fact]
    public async Task A_header_that_comes_twice_is_no_food()
    {
        var row = "2026-03-10,,Lunch,Rice,100 g,130,,,68,12,,0.3\n";

        var result = await OfAsync(Reader, ("s.csv", Head + row + Head));

        Assert.Empty(result.Reasons);
        Assert.Equal(130, result.Only(Metric.DietaryEnergyKcal));
    }

    [Fact]
    public async Task Translated_headers_are_read_as_far_as_their_words_are_known()
    {
        var text = "Tag;Uhrzeit;Gruppe;Lebensmittel;Menge;Energie (kcal);Koffein (mg);Wasser (g);Magnesium (mg);Fett (g)\n2026-03-10;08:00;Frühstück;Filterkaffee;200 ml;2;90;198;6;0\n";

        var result = await OfAsync(Reader, ("s.csv", text));

        Assert.Equal(Certainty.Sure, (await RecognizeAsync(Reader, ("s.csv", text))).Certainty);
        Assert.Equal((90, 198, 6), (result.Only(Metric.CaffeineMg), result.Only(Metric.WaterMl), result.Only(Metric.MagnesiumMg)));
    }

    [Theory]
    [InlineData("8:05 AM", "Lunch", "07:05", 0)]
    [InlineData("\"08:15 \"", "Lunch", "07:15", 0)]
    [InlineData("", "Breakfast", "06:00", 3)]
    [InlineData("", "Dinner", "17:00", 3)]
    [InlineData("", "Snacks", "11:00", 12)]
    [InlineData("", "Before the gym", "11:00", 12)]
    [InlineData("soon", "Uncategorized", "11:00", 12)]
    public async Task A_serving_without_a_time_stands_in_the_hours_it_may_have_been_eaten(string time, string group, string utc, int hours)
    {
        var reading = Assert.Single((await OfAsync(Reader, ("s.csv", Head + $"2026-03-10,{time},{group},Rice,100 g,130,,,68,,,\n"))).Of(Metric.DietaryEnergyKcal));

        Assert.Equal((Utc($"2026-03-10 {utc}"), hours), (reading.Start, (reading.End - reading.Start).TotalHours));
    }

    [Fact]
    public async Task An_older_export_has_no_column_for_the_time() =>
        Assert.Equal(Utc("2026-03-10 11:00"), (await OfAsync(Reader, ("s.csv", "Day,Group,Food Name,Amount,Energy (kcal),Fat (g),Magnesium (mg)\n2026-03-10,Lunch,Rice,100 g,130,0,12\n"))).Of(Metric.MagnesiumMg)[0].Start);

    [Fact]
    public async Task Two_identical_coffees_are_two_and_so_are_two_foods_that_happen_to_be_equal()
    {
        var coffee = "2026-03-10,8:05 AM,Breakfast,Coffee,8 fl oz,2,0,95,235,7,0,0\n";

        var result = await OfAsync(Reader, ("s.csv", Head + coffee + coffee + "2026-03-10,8:05 AM,Breakfast,Nut,3 g,20,0,0,0,7,0,2\n"));

        Assert.Equal((190, 21), (result.Readings.Distinct().Where(reading => reading.Metric is Metric.CaffeineMg).Sum(reading => reading.Value), result.Readings.Distinct().Where(reading => reading.Metric is Metric.MagnesiumMg).Sum(reading => reading.Value)));
        Assert.Equal([Utc("2026-03-10 07:05:00"), Utc("2026-03-10 07:05:01")], result.Of(Metric.WaterMl).Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_serving_added_later_leaves_the_others_where_they_are()
    {
        var (rice, tofu) = ("2026-03-10,,Lunch,Rice,100 g,130,,,68,12,,\n", "2026-03-10,,Lunch,Tofu,100 g,140,,,70,30,,\n");

        var before = await OfAsync(Reader, ("s.csv", Head + rice));
        var after = await OfAsync(Reader, ("s.csv", Head + tofu + rice));

        Assert.Empty(before.Readings.Except(after.Readings));
    }

    [Fact]
    public async Task An_edited_day_is_taken_from_the_export_that_reaches_further()
    {
        var result = await OfAsync(
            Reader,
            ("servings.csv", Head + "2026-03-09,,Lunch,Rice,100 g,130,,,68,12,,\n2026-03-10,,Lunch,Rice,100 g,130,,,68,12,,\n"),
            ("servings (1).csv", Head + "2026-03-10,,Lunch,Rice,200 g,260,,,136,24,,\n2026-03-11,,Lunch,Rice,100 g,130,,,68,12,,\n"));

        Assert.Equal([130, 130, 260], result.Of(Metric.DietaryEnergyKcal).Select(reading => reading.Value).Order());
        Assert.Equal(1, result.Unread["servings of days that a newer file tells"]);
    }

    [Fact]
    public async Task A_food_without_a_name_still_was_eaten() =>
        Assert.Equal(130, (await OfAsync(Reader, ("s.csv", Head + "2026-03-10,,Lunch,,1 serving,130,,,68,12,,\n"))).Only(Metric.DietaryEnergyKcal));

    [Fact]
    public async Task Nothing_that_was_eaten_or_written_is_named_in_what_is_left_unread()
    {
        var result = await OfAsync(
            Reader,
            ("b.csv", "Day,Time,Group,Metric,Unit,Amount\n2026-03-10,,,My secret mood,count,3\n"),
            ("s.csv", Head + "2026-03-10,,Secret meal,Secret food,1 serving,130,,,68,,,\n"));

        Assert.DoesNotContain(result.Unread.Keys.Concat(result.Reasons), text => text.Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_supplement_is_a_dose_and_its_minerals_count_as_well()
    {
        var head = Head.Replace("\n", ",Category\n", StringComparison.Ordinal);

        var result = await OfAsync(Reader, ("s.csv", head + "2026-03-10,8:05 AM,Breakfast,Magnesium Citrate,2.00 tablet,0,,,0,200,,,Supplements\n2026-03-10,,Dinner,Magnesium Citrate,1.00 tablet,0,,,0,100,,,Supplements\n2026-03-10,,Dinner,Rice,100 g,130,,,68,12,,,Cereal\n"));

        Assert.Equal([("Magnesium Citrate", 2.0, "tablet"), ("Magnesium Citrate", 1.0, "tablet")], result.Diary<Dose>().Select(dose => (dose.Name, dose.Amount ?? 0, dose.Unit)));
        Assert.Equal([DiaryTime.Instant(Utc("2026-03-10 07:05")), DiaryTime.On(new DateOnly(2026, 3, 10), PartOfDay.Evening)], result.Context.Diary.Entries.Where(entry => entry.What is Dose).Select(entry => entry.Time));
        Assert.Equal(312, result.Sum(Metric.MagnesiumMg));
        Assert.Single(result.Diary<DayReplaced>());
    }

    [Fact]
    public async Task The_same_file_read_again_says_the_same()
    {
        var first = await FromAsync(Reader, Sample("Cronometer", "cronometer"));
        var second = await FromAsync(Reader, Sample("Cronometer", "cronometer"));

        Assert.Equal(first.Readings, second.Readings);
        Assert.Equal(first.Context.Diary.Entries, second.Context.Diary.Entries);
        Assert.NotEmpty(first.Context.Diary.Entries);
        Assert.Equal(first.Readings.Count(reading => reading.Value != 0), first.Readings.Where(reading => reading.Value != 0).Distinct().Count());
    }
}
