using System.Globalization;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Web;

/// <summary>How days, numbers and sizes are written on the pages: English, whatever the language of the machine.</summary>
internal static class Words
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Such as 9 Mar 2026.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMM yyyy", English);

    /// <summary>Such as Mon 9 Mar.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("ddd d MMM", English);

    /// <summary>Such as Monday 9 March 2026.</summary>
    public static string LongDate(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>A moment on the wearer's clock, such as 9 Mar 2026, 07:30.</summary>
    public static string Moment(DateTimeOffset local) => local.ToString("d MMM yyyy, HH:mm", English);

    /// <summary>The day as scripts write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", English);

    /// <summary>At most <paramref name="decimals"/> decimals, thin spaces between thousands.</summary>
    public static string Number(double value, int decimals = 1)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("#,0." + new string('#', decimals), English).Replace(',', '\u202F');
    }

    public static string Percent(double share) => Number(share * 100, 0) + "\u202F%";

    /// <summary>A count with its noun, such as "1 night" or "3 nights".</summary>
    public static string Count(long count, string noun) => $"{Number(count, 0)} {noun}{(count == 1 ? "" : "s")}";

    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => $"{Number(bytes / 1e3, 0)} kB",
        < 1_000_000_000 => $"{Number(bytes / 1e6)} MB",
        _ => $"{Number(bytes / 1e9)} GB",
    };

    /// <summary>A day's value with its unit, as people say it: minutes as hours, minutes after midnight as a time.</summary>
    public static string Value(Metric metric, double value) => metric switch
    {
        Metric.BedTimeMinute or Metric.WakeTimeMinute => Clock(value),
        _ when metric.Info().Unit == "min" => Duration(value),
        _ when metric.Info().Unit.Length == 0 => Number(value, value < 10 ? 1 : 0),
        _ => $"{Number(value, value < 10 ? 1 : 0)}\u00A0{metric.Info().Unit}",
    };

    /// <summary>Such as 7 h 05 min, or 7 h.</summary>
    public static string Duration(double minutes)
    {
        var whole = (long)Math.Round(minutes, MidpointRounding.AwayFromZero);
        return whole >= 60 && whole % 60 == 0 ? $"{whole / 60}\u00A0h" : whole < 60 ? $"{whole}\u00A0min" : $"{whole / 60}\u00A0h\u00A0{whole % 60:00}\u00A0min";
    }

    /// <summary>A snake_case name as words, its unit left to the value: "coverage_last_7" becomes "Coverage last 7".</summary>
    public static string Sentence(string name) =>
        name.Length == 0 ? name : string.Concat(char.ToUpperInvariant(name[0]).ToString(), name[1..].Replace('_', ' '));

    private static string Clock(double minutes)
    {
        var whole = (((int)Math.Round(minutes) % 1440) + 1440) % 1440;
        return $"{whole / 60:00}:{whole % 60:00}";
    }
}
