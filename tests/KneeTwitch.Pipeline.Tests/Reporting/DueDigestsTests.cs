using System.Globalization;
using KneeTwitch.Pipeline.Reporting;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Reporting;

public class DueDigestsTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-11-16T05:59:00Z", null)]
    [InlineData("Europe/Berlin", "2026-11-16T06:00:00Z", "2026-11-15")]
    [InlineData("Pacific/Honolulu", "2026-11-16T16:59:00Z", null)]
    [InlineData("Pacific/Honolulu", "2026-11-16T17:00:00Z", "2026-11-15")]
    [InlineData("Pacific/Auckland", "2026-11-16T06:00:00Z", "2026-11-15")]
    [InlineData("Pacific/Auckland", "2026-11-16T23:00:00Z", "2026-11-15")]
    [InlineData("Pacific/Honolulu", "2026-11-16T06:00:00Z", "2026-11-08")]
    [InlineData("Europe/Berlin", "2026-11-19T12:00:00Z", "2026-11-15")]
    public void A_week_is_due_from_seven_on_the_wearers_monday(string zone, string now, string? week)
    {
        var due = DueDigests.WeekOf(zone, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.Equal(week, due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
