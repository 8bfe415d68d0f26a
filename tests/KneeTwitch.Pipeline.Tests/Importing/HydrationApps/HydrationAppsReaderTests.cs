using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.HydrationApps;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.HydrationApps;

public class HydrationAppsReaderTests
{
    private static readonly HydrationAppsReader Reader = new();

    [Theory]
    [InlineData("drinks.csv", "Date,Amount (ml)\n2026-03-10 08:00,250\n", Certainty.Likely)]
    [InlineData("export.csv", "Date,Drink,Volume (ml)\n2026-03-10 08:00,Tea,250\n", Certainty.Maybe)]
    [InlineData("water.csv", "Name,Place\nx,y\n", Certainty.No)]
    [InlineData("export.csv", "Date,Amount\n2026-03-10,12.50\n", Certainty.No)]
    [InlineData("hidrate.json", "{\"drinks\":[{\"timestamp\":\"2026-03-10T07:00:00Z\",\"amount_ml\":30}]}", Certainty.Likely)]
    public async Task A_name_alone_makes_no_list_of_drinks_and_neither_do_a_date_and_a_number(string name, string text, Certainty certainty) =>
        Assert.Equal(certainty, (await RecognizeAsync(Reader, (name, text))).Certainty);

    [Fact]
    public async Task Poured_is_what_counts_and_neither_what_the_app_takes_it_for_nor_the_goal_nor_the_total()
    {
        var result = await FromAsync(Reader, Sample("HydrationApps", "waterllama.csv"));

        Assert.Empty(result.Reasons);
        Assert.Equal([250, 200], result.Of(Metric.WaterMl).Select(reading => reading.Value));
        Assert.Equal((95, Utc("2026-03-10 08:30")), (result.Only(Metric.CaffeineMg), result.Of(Metric.CaffeineMg)[0].Start));
        Assert.Equal("Waterllama", result.Readings[0].Source.Name);
        Assert.Equal((1, 2), (result.Unread["totals among drinks"], result.Unread["what the app takes drinks for"]));
    }

    [Fact]
    public async Task Coffee_without_a_column_for_caffeine_has_none_that_is_known() =>
        Assert.Empty((await OfAsync(Reader, ("drinks.csv", "Date,Drink,Amount (ml)\n2026-03-10 08:00,Coffee,250\n"))).Of(Metric.CaffeineMg));

    [Fact]
    public async Task A_list_in_JSON_is_read_by_the_same_words_and_a_bottle_s_size_is_no_drink()
    {
        var result = await FromAsync(Reader, Sample("HydrationApps", "hidrate.json"));

        Assert.Equal([(Utc("2026-03-10 07:00:05"), 30.0), (Utc("2026-03-10 07:12:40"), 45.0)], result.Of(Metric.WaterMl).Select(reading => (reading.Start, reading.Value)));
    }

    [Fact]
    public async Task A_list_inside_an_object_is_found() =>
        Assert.Equal(30, (await OfAsync(Reader, ("hidrate.json", "{\"version\":1,\"drinks\":[{\"timestamp\":\"2026-03-10T07:00:00Z\",\"amount_ml\":30}]}"))).Only(Metric.WaterMl));

    [Fact]
    public async Task Dates_without_a_time_are_totals_of_days_and_German_with_decimal_commas_is_read()
    {
        var result = await FromAsync(Reader, Sample("HydrationApps", "trinken.csv"));

        Assert.Empty(result.Of(Metric.WaterMl));
        Assert.Equal([(Utc("2026-03-10 00:00"), 1_500.0), (Utc("2026-03-11 00:00"), 750.0)], result.Of(Metric.VendorWaterMl).Select(reading => (reading.Start, reading.Value)));
    }

    [Fact]
    public async Task A_total_of_a_day_beside_its_drinks_is_never_added_to_them()
    {
        var result = await OfAsync(Reader, ("drinks.csv", "Date,Amount (ml)\n2026-03-10 08:00,250\n2026-03-10 09:00,250\n2026-03-10,500\n"));

        Assert.Equal((500, 500), (result.Sum(Metric.WaterMl), result.Only(Metric.VendorWaterMl)));
    }

    [Theory]
    [InlineData("8 fl oz", 236.588)]
    [InlineData("8oz", 236.588)]
    [InlineData("0.25 L", 250)]
    [InlineData("\"0,25 l\"", 250)]
    [InlineData("25 cl", 250)]
    [InlineData("1 cup", 236.588)]
    [InlineData("1 cup (metric)", 250)]
    [InlineData("1 pint UK", 568.261)]
    [InlineData("10 imp oz", 284.131)]
    [InlineData("250cc", 250)]
    public async Task The_unit_may_stand_in_the_cell(string cell, double ml) =>
        Assert.Equal(ml, (await OfAsync(Reader, ("drinks.csv", $"Date,Amount\n2026-03-10 08:00,{cell}\n"))).Only(Metric.WaterMl), 2);

    [Theory]
    [InlineData("America/New_York", 236.588)]
    [InlineData("Europe/London", 227.305)]
    [InlineData("Australia/Sydney", 227.305)]
    public async Task An_ounce_is_the_one_of_where_the_wearer_was(string zone, double ml)
    {
        using var folder = new ExportFolder();
        var file = folder.File("drinks.csv", "Date,Amount,Unit\n2026-03-10 08:00,8,oz\n");

        var result = await FromAsync(Reader, file, new ReadingContext { Zones = ZoneHistory.Of(zone), AsOf = Given.Accepted });

        Assert.Equal(ml, result.Only(Metric.WaterMl), 2);
    }

    [Fact]
    public async Task A_drink_without_a_unit_is_rejected_and_not_guessed_from_its_size()
    {
        var result = await OfAsync(Reader, ("drinks.csv", "Date,Amount,Unit\n2026-03-10 08:00,250,ml\n2026-03-10 09:00,250,\n2026-03-10 10:00,2,gulps\n2026-03-10 11:00,,ml\n2026-03-10 12:00,\"1,250\",ml\n"));

        Assert.Equal(250, result.Only(Metric.WaterMl));
        Assert.Equal(["a drink whose unit is not known", "a drink without a unit", "a drink without an amount", "an amount that is not a number"], result.Reasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_clock_of_twelve_hours_with_a_narrow_space_is_read() =>
        Assert.Equal(Utc("2026-03-14 19:05"), (await OfAsync(Reader, ("drinks.csv", "Date,Amount (ml)\n\"3/14/26, 8:05\u202FPM\",250\n"))).Of(Metric.WaterMl)[0].Start);

    [Fact]
    public async Task Date_and_time_may_stand_in_two_columns() =>
        Assert.Equal(Utc("2026-03-10 07:30"), (await OfAsync(Reader, ("drinks.csv", "Datum;Uhrzeit;Getränk;Menge (ml)\n10.03.2026;08:30;Tee;250\n"))).Of(Metric.WaterMl)[0].Start);

    [Fact]
    public async Task Dates_of_which_nobody_can_tell_day_from_month_stop_the_import_with_a_question()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("drinks.csv", "Date,Amount (ml)\n03/04/2026 08:00,250\n")));

        Assert.Contains("day and month", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_table_that_can_be_read_such_dates_are_rejects()
    {
        var result = await OfAsync(Reader, ("drinks.csv", "Date,Amount (ml)\n03/04/2026 08:00,250\n"), ("water.csv", "Date,Amount (ml)\n2026-03-10 08:00,200\n"));

        Assert.Equal(200, result.Only(Metric.WaterMl));
        Assert.Equal(["a date whose day and month cannot be told apart"], result.Reasons);
    }

    [Fact]
    public async Task An_amount_below_zero_takes_back_and_never_more_than_was_drunk()
    {
        var result = await OfAsync(Reader, ("drinks.csv", "Date,Amount (ml)\n2026-03-10 08:00,250\n2026-03-10 08:01,-100\n2026-03-10 09:00,0\n2026-03-11 08:00,200\n2026-03-11 08:05,-500\n2026-03-12,-20\n"));

        Assert.Equal(150, result.Only(Metric.WaterMl));
        Assert.Equal(0, result.Only(Metric.VendorWaterMl));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task An_edited_drink_counts_once_by_its_id()
    {
        var result = await OfAsync(Reader, ("drinks.csv", "id,Date,Amount (ml)\n1,2026-03-10 08:00,250\n2,2026-03-10 08:00,250\n1,2026-03-10 08:10,300\n"));

        Assert.Equal([250, 300], result.Of(Metric.WaterMl).Select(reading => reading.Value));
    }

    [Fact]
    public async Task Two_equal_glasses_of_one_minute_are_two_and_two_exports_of_them_are_no_four()
    {
        var rows = "Date,Amount (ml)\n2026-03-10 08:00,250\n2026-03-10 08:00,250\n";

        var result = await OfAsync(Reader, ("water.csv", rows), ("water (1).csv", rows + "2026-03-11 08:00,100\n"));

        Assert.Equal(600, result.Sum(Metric.WaterMl));
        Assert.Equal(3, result.Readings.Distinct().Count());
    }

    [Fact]
    public async Task A_second_table_below_the_drinks_is_left_and_a_header_that_comes_twice_is_passed_over()
    {
        const string head = "Date,Amount (ml)\n";

        var result = await OfAsync(Reader, ("drinks.csv", "\uFEFF" + head + "2026-03-10 08:00,250\n" + head + "2026-03-10 09:00,100\n\nDay,Total\n2026-03-10,350\n"));

        Assert.Equal(350, result.Sum(Metric.WaterMl));
        Assert.Empty(result.Of(Metric.VendorWaterMl));
        Assert.Equal(1, result.Unread["tables behind the drinks"]);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_strong_drink_is_alcohol_and_no_fluid()
    {
        var result = await OfAsync(Reader, ("drinks.csv", "Date,Drink,Amount (ml),ABV (%)\n2026-03-10 20:00,Wine,148,12\n2026-03-10 21:00,Light beer,300,2.5\n2026-03-10 22:00,Water,200,\n"));

        Assert.Equal([300, 200], result.Of(Metric.WaterMl).Select(reading => reading.Value));
        Assert.Equal(1.001, result.Of(Metric.AlcoholDrinks)[0].Value, 3);
    }

    [Fact]
    public async Task The_same_file_read_again_says_the_same() =>
        Assert.Equal((await FromAsync(Reader, Sample("HydrationApps", "waterllama.csv"))).Readings, (await FromAsync(Reader, Sample("HydrationApps", "waterllama.csv"))).Readings);
}
