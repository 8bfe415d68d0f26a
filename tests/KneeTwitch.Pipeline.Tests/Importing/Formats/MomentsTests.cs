using CsCheck;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public sealed class MomentsTests
{
    [Theory]
    [InlineData("2026-05-01T14:05:00")]
    [InlineData("2026-05-01 14:05")]
    [InlineData("2026-05-01 14:05:00.000")]
    [InlineData("20260501T140500")]
    [InlineData("01.05.2026 14:05")]
    [InlineData("1.5.2026, 14:05:00")]
    [InlineData("May 1, 2026 2:05 PM")]
    [InlineData("Fri, 1 May 2026 14:05")]
    [InlineData("01-May-26 02:05\u202Fp.m.")]
    [InlineData("2026/05/01 14:05")]
    public void One_time_written_in_many_ways_is_one_time(string text)
    {
        var moment = Moments.Parse(text);

        Assert.Equal(new DateTime(2026, 5, 1, 14, 5, 0), moment?.Wall);
        Assert.Null(moment?.Offset);
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 12, 5, 0, TimeSpan.Zero), moment?.ToUtc(ZoneHistory.Of("Europe/Berlin")));
    }

    [Theory]
    [InlineData("2026-05-01T14:05:00Z", 0)]
    [InlineData("2026-05-01T14:05:00.1234567+02:00", 120)]
    [InlineData("2026-05-01 14:05:00 +0530", 330)]
    [InlineData("2026-05-01 14:05:00 UTC", 0)]
    [InlineData("2026-05-01T14:05-03:00", -180)]
    [InlineData("2026-05-01T14:05+02:00[Europe/Berlin]", 120)]
    public void An_offset_places_a_time_without_a_zone(string text, int minutes) =>
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 14, 5, 0, TimeSpan.FromMinutes(minutes)).UtcDateTime, Moments.Instant(text)?.UtcDateTime.AddTicks(-(Moments.Instant(text)!.Value.Ticks % TimeSpan.TicksPerSecond)));

    [Theory]
    [InlineData("UTC+0200", 120)]
    [InlineData("+0200", 120)]
    [InlineData("GMT-3", -180)]
    [InlineData("+05:45", 345)]
    [InlineData("Z", 0)]
    [InlineData("", null)]
    [InlineData("+99", null)]
    [InlineData("east", null)]
    public void Offsets_come_in_many_forms(string text, int? minutes) =>
        Assert.Equal(minutes, (int?)Moments.Offset(text)?.TotalMinutes);

    [Fact]
    public void A_slash_date_needs_an_order_unless_one_number_tells_it()
    {
        Assert.Null(Moments.Parse("3/4/2026"));
        Assert.Equal(new DateOnly(2026, 4, 3), Moments.Parse("3/4/2026", DateOrder.DayFirst)?.Day);
        Assert.Equal(new DateOnly(2026, 3, 4), Moments.Parse("3/4/2026 1:05 AM", DateOrder.MonthFirst)?.Day);
        Assert.Equal(new DateOnly(2026, 3, 14), Moments.Parse("3/14/26")?.Day);
        Assert.Equal(DateOrder.MonthFirst, Moments.OrderOf(["3/4/2026", null, "3/14/2026"]));
        Assert.Equal(DateOrder.DayFirst, Moments.OrderOf(["3/4/2026", "14/3/2026"]));
        Assert.Equal(DateOrder.Unknown, Moments.OrderOf(["3/14/2026", "14/3/2026"]));
        Assert.Equal(DateOrder.Unknown, Moments.OrderOf(["3/4/2026", "2026-03-14"]));
    }

    [Theory]
    [InlineData("12:00 AM", 0)]
    [InlineData("12:30 PM", 12)]
    [InlineData("24:00", 24)]
    public void Midnight_has_several_names(string time, int hour) =>
        Assert.Equal(new DateTime(2026, 5, 1).AddHours(hour), Moments.Parse($"2026-05-01 {time}")?.Wall.AddMinutes(-(Moments.Parse($"2026-05-01 {time}")!.Value.Wall.Minute)));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-05-01 25:00")]
    [InlineData("2026-05-01 24:01")]
    [InlineData("2026-05-01 13:00 PM")]
    [InlineData("2026-05-01 10:00 or so")]
    [InlineData("2026-05")]
    public void What_is_no_time_is_null(string text) => Assert.Null(Moments.Parse(text));

    [Fact]
    public void Numbers_since_1970_are_told_apart_by_size()
    {
        var at = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var seconds = (double)at.ToUnixTimeSeconds();

        Assert.All([seconds, seconds * 1e3, seconds * 1e6, seconds * 1e9], number => Assert.Equal(at, Moments.Epoch(number)));
        Assert.All(new double?[] { null, -1, double.NaN, double.PositiveInfinity, 1e308 }, number => Assert.Null(Moments.Epoch(number)));
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        const string Letters = "0123456789-/.:+ TZAPMUTCay,[\u2212";
        Gen.Int[0, Letters.Length - 1].Array[0, 25].Sample(
            letters => Moments.Parse(string.Concat(letters.Select(letter => Letters[letter])), DateOrder.DayFirst)?.ToUtc(ZoneHistory.Of("Europe/Berlin")) is null or { Year: >= 1899 },
            iter: 20_000);
    }
}
