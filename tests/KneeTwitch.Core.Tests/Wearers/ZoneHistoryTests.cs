using System.Globalization;
using CsCheck;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Wearers;

public class ZoneHistoryTests
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati",
        "Pacific/Pago_Pago", "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "Africa/Cairo", "Atlantic/Azores", "UTC",
    ];

    /// <summary>Instants between 2010 and 2027, many of them near the turn of a year, a clock change or a missing day.</summary>
    private static readonly Gen<DateTimeOffset> SomeInstant = Gen.OneOf(
        Gen.Long[Seconds("2010-01-01"), Seconds("2027-01-01")].Select(DateTimeOffset.FromUnixTimeSeconds),
        Gen.Select(
            Gen.OneOf("2011-12-30 10:00", "2026-03-29 01:00", "2026-10-25 01:00", "2026-04-04 15:00", "2026-10-03 15:30", "2026-09-06 04:00", "2010-11-07 02:31"),
            Gen.Int[-100_000, 100_000],
            (near, seconds) => Utc(near).AddSeconds(seconds)));

    private static readonly Gen<ZoneHistory> SomeHistory = Gen
        .Select(SomeInstant, Gen.OneOf(Zones), (at, zone) => new ZoneChange(at, zone))
        .Array[1, 5]
        .Select(changes => ZoneHistory.Of(changes));

    [Fact]
    public void Every_instant_lies_in_exactly_the_day_it_is_said_to() =>
        Gen.Select(SomeHistory, SomeInstant).Sample((zones, instant) =>
        {
            var day = zones.DayOf(instant);

            Assert.True(zones.StartOf(day) <= instant);
            Assert.True(instant < zones.EndOf(day));
            for (var away = 1; away <= 3; away++)
            {
                Assert.True(zones.EndOf(day.AddDays(-away)) <= instant);
                Assert.True(zones.StartOf(day.AddDays(away)) > instant);
            }
        }, iter: 5000);

    [Fact]
    public void Every_instant_near_a_travel_lies_in_exactly_one_day() =>
        Gen.Select(Gen.OneOf(Zones), Gen.OneOf(Zones), SomeInstant, Gen.Int[-200_000, 200_000]).Sample((from, to, at, away) =>
        {
            var zones = ZoneHistory.Of([new ZoneChange(DateTimeOffset.MinValue, from), new ZoneChange(at, to)]);
            var instant = at.AddSeconds(away);
            var day = zones.DayOf(instant);

            Assert.True(zones.StartOf(day) <= instant && instant < zones.EndOf(day));
            Assert.True(zones.DayOf(instant.AddSeconds(1)) >= day);
        }, iter: 5000);

    [Fact]
    public void A_clock_time_comes_back_as_itself_or_moved_over_a_gap() =>
        Gen.Select(SomeHistory, SomeInstant).Sample((zones, instant) =>
        {
            var local = zones.ToLocal(instant).DateTime;

            var first = zones.ToUtc(local);

            Assert.True(first <= instant);
            Assert.Equal(local, zones.ToLocal(first).DateTime);
        }, iter: 5000);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("America/New_York", "2026-11-01", 25)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 23.5)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    [InlineData("Asia/Kolkata", "2026-03-29", 24)]
    [InlineData("America/Santiago", "2026-09-06", 23)]
    [InlineData("America/Santiago", "2026-04-04", 25)]
    [InlineData("Pacific/Apia", "2011-12-29", 24)]
    [InlineData("Pacific/Apia", "2011-12-30", 0)]
    [InlineData("Pacific/Apia", "2011-12-31", 24)]
    public void A_day_has_its_hours(string zone, string day, double hours)
    {
        var zones = ZoneHistory.Of(zone);
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(hours, (zones.EndOf(date) - zones.StartOf(date)).TotalHours);
    }

    [Fact]
    public void Where_midnight_does_not_exist_the_day_begins_at_one() =>
        Assert.Equal(1, ZoneHistory.Of("America/Santiago") is var zones ? zones.ToLocal(zones.StartOf(new DateOnly(2026, 9, 6))).Hour : -1);

    [Theory]
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")]
    [InlineData("2026-07-01 12:00", "2026-07-01 10:00")]
    public void A_time_that_comes_twice_is_the_first_and_one_that_never_comes_is_moved_on(string local, string utc) =>
        Assert.Equal(Utc(utc), ZoneHistory.Of("Europe/Berlin").ToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_flight_west_makes_a_day_longer_and_a_flight_east_shorter()
    {
        var there = ZoneHistory.Of([new ZoneChange(Utc("2026-01-01"), "Europe/Berlin"), new ZoneChange(Utc("2026-03-02 12:00"), "America/New_York")]);
        var back = ZoneHistory.Of([new ZoneChange(Utc("2026-01-01"), "America/New_York"), new ZoneChange(Utc("2026-03-02 12:00"), "Europe/Berlin")]);
        var day = new DateOnly(2026, 3, 2);

        Assert.Equal(30, (there.EndOf(day) - there.StartOf(day)).TotalHours);
        Assert.Equal(18, (back.EndOf(day) - back.StartOf(day)).TotalHours);
    }

    [Fact]
    public void A_day_that_has_begun_is_not_taken_back_by_a_flight_west()
    {
        var zones = ZoneHistory.Of([new ZoneChange(Utc("2026-01-01"), "Pacific/Auckland"), new ZoneChange(Utc("2026-03-02 14:00"), "America/Los_Angeles")]);

        // 03:00 on the 3rd in Auckland, then 06:00 on the 2nd in Los Angeles.
        Assert.Equal(new DateOnly(2026, 3, 3), zones.DayOf(Utc("2026-03-02 13:59")));
        Assert.Equal(new DateOnly(2026, 3, 3), zones.DayOf(Utc("2026-03-02 14:01")));
        Assert.Equal(new DateOnly(2026, 3, 4), zones.DayOf(Utc("2026-03-04 08:00")));
    }

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static long Seconds(string instant) => Utc(instant).ToUnixTimeSeconds();
}
