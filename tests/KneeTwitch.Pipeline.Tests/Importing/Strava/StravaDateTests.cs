using KneeTwitch.Pipeline.Importing.Strava;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Strava;

public class StravaDateTests
{
    [Theory]
    [InlineData("Jul 26, 2026, 1:45:16 AM", "2026-07-26 01:45:16")]
    [InlineData("Jul 26, 2026, 1:45:16\u202FPM", "2026-07-26 13:45:16")]
    [InlineData("Oct 01, 2024, 11:35:00 AM", "2024-10-01 11:35:00")]
    [InlineData("Sept 9, 2024, 12:00:00 AM", "2024-09-09 00:00:00")]
    [InlineData("Jan 1 2026 12:00:00 PM", "2026-01-01 12:00:00")]
    [InlineData("26 Jul 2026, 01:45:16", "2026-07-26 01:45:16")]
    [InlineData("26 juil. 2026, 21:45:16", "2026-07-26 21:45:16")]
    [InlineData("26 juin 2026, 21:45:16", "2026-06-26 21:45:16")]
    [InlineData("26. März 2026, 01:45:16", "2026-03-26 01:45:16")]
    [InlineData("26 de dez. de 2026, 01:45:16", "2026-12-26 01:45:16")]
    [InlineData("2026-07-26 01:45:16", "2026-07-26 01:45:16")]
    public void Dates_of_many_accounts_are_utc(string text, string utc) =>
        Assert.Equal(utc, StravaDate.Parse(text)?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Feb 30, 2026, 1:45:16 AM")]
    [InlineData("Foo 3, 2026, 1:45:16 AM")]
    [InlineData("Jul 26, 2026, 25:45:16")]
    [InlineData("Dec 31, 9999, 11:59:59 PM")]
    [InlineData("yesterday")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(StravaDate.Parse(text));
}
