using System.Globalization;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Wearers;

public class ZoneEvidenceTests
{
    [Fact]
    public void Without_any_word_or_sighting_the_assumed_zone_holds() =>
        Assert.Equal("Europe/Berlin", Assert.Single(ZoneHistory.From([], [], "Europe/Berlin").Changes).ZoneId);

    [Fact]
    public void Where_nothing_was_said_each_sighting_holds_until_the_next_other_one()
    {
        var zones = ZoneHistory.From([], [At("2026-06-02 10:00", "Asia/Tokyo"), At("2026-05-01 10:00", "Europe/Berlin"), At("2026-05-20 10:00", "Europe/Berlin")], "UTC");

        Assert.Equal("Europe/Berlin", zones.ZoneAt(Utc("2020-01-01")).Id);
        Assert.Equal("Europe/Berlin", zones.ZoneAt(Utc("2026-06-02 09:59")).Id);
        Assert.Equal("Asia/Tokyo", zones.ZoneAt(Utc("2026-12-01")).Id);
        Assert.Equal(2, zones.Changes.Count);
    }

    [Fact]
    public void Sightings_move_a_wearer_who_said_where_they_live_only_while_they_are_there()
    {
        var zones = ZoneHistory.From(
            [At("2020-01-01", "Europe/Berlin")],
            [At("2026-06-02 15:00", "America/New_York"), At("2026-06-04 15:00", "America/New_York"), At("2026-06-20 15:00", "America/New_York")],
            "UTC");

        Assert.Equal("Europe/Berlin", zones.ZoneAt(Utc("2026-06-02 03:59")).Id);
        Assert.Equal("America/New_York", zones.ZoneAt(Utc("2026-06-02 04:00")).Id);
        Assert.Equal("America/New_York", zones.ZoneAt(Utc("2026-06-07 14:59")).Id);
        Assert.Equal("Europe/Berlin", zones.ZoneAt(Utc("2026-06-07 15:00")).Id);
        Assert.Equal("America/New_York", zones.ZoneAt(Utc("2026-06-20 15:00")).Id);
        Assert.Equal("Europe/Berlin", zones.ZoneAt(Utc("2026-06-24")).Id);
    }

    [Fact]
    public void A_sighting_at_home_ends_a_journey()
    {
        var zones = ZoneHistory.From(
            [At("2020-01-01", "Europe/Berlin")],
            [At("2026-06-02 15:00", "America/New_York"), At("2026-06-03 20:00", "Europe/Berlin")],
            "UTC");

        // Home from midnight in Berlin on.
        Assert.Equal("America/New_York", zones.ZoneAt(Utc("2026-06-02 21:59")).Id);
        Assert.Equal("Europe/Berlin", zones.ZoneAt(Utc("2026-06-02 22:00")).Id);
    }

    [Fact]
    public void A_zone_said_after_a_sighting_is_newer_knowledge()
    {
        var zones = ZoneHistory.From(
            [At("2020-01-01", "Europe/Berlin"), At("2026-06-03", "Europe/Lisbon")],
            [At("2026-06-02 15:00", "America/New_York")],
            "UTC");

        Assert.Equal("America/New_York", zones.ZoneAt(Utc("2026-06-02 23:59")).Id);
        Assert.Equal("Europe/Lisbon", zones.ZoneAt(Utc("2026-06-03")).Id);
    }

    [Fact]
    public void Sightings_at_home_change_nothing() =>
        Assert.Single(ZoneHistory.From([At("2020-01-01", "Europe/Berlin")], [At("2026-06-02 15:00", "Europe/Berlin"), At("2019-06-02", "Europe/Berlin")], "UTC").Changes);

    [Fact]
    public void A_sighting_in_a_zone_nobody_knows_is_passed_over() =>
        Assert.Equal("UTC", ZoneHistory.From([], [At("2026-06-02", "Mars/Olympus")], "UTC").ZoneAt(Utc("2026-06-02")).Id);

    private static ZoneChange At(string instant, string zone) => new(Utc(instant), zone);

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
