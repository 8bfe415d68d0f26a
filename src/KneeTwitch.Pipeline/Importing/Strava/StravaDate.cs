using System.Globalization;
using System.Text.RegularExpressions;

namespace KneeTwitch.Pipeline.Importing.Strava;

/// <summary>The date of an activity: UTC without saying so, in the words and order of the account's language.</summary>
internal static partial class StravaDate
{
    /// <summary>The first three letters tell months apart, but for these.</summary>
    private static readonly Dictionary<string, int> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jan"] = 1,
        ["ene"] = 1,
        ["gen"] = 1,
        ["feb"] = 2,
        ["fev"] = 2,
        ["fév"] = 2,
        ["mar"] = 3,
        ["mär"] = 3,
        ["mrt"] = 3,
        ["maa"] = 3,
        ["apr"] = 4,
        ["abr"] = 4,
        ["avr"] = 4,
        ["may"] = 5,
        ["mai"] = 5,
        ["mei"] = 5,
        ["mag"] = 5,
        ["jun"] = 6,
        ["giu"] = 6,
        ["juin"] = 6,
        ["jul"] = 7,
        ["lug"] = 7,
        ["juil"] = 7,
        ["aug"] = 8,
        ["ago"] = 8,
        ["aoû"] = 8,
        ["sep"] = 9,
        ["set"] = 9,
        ["oct"] = 10,
        ["okt"] = 10,
        ["out"] = 10,
        ["ott"] = 10,
        ["nov"] = 11,
        ["dec"] = 12,
        ["dez"] = 12,
        ["dic"] = 12,
        ["déc"] = 12,
    };

    internal static DateTimeOffset? Parse(string? text)
    {
        // .NET's spaces are all alike in a pattern: since 2024 a narrow one stands before AM and PM.
        if (text is not { Length: <= 60 } || Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int Number(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var half = match.Groups["half"].Value;
        var hour = Number("hour");
        hour = half.Length == 0 ? hour : (hour % 12) + (half is "p" or "P" ? 12 : 0);
        var (year, month, day) = match.Groups["isoYear"].Success
            ? (Number("isoYear"), Number("isoMonth"), Number("isoDay"))
            : (Number("year"), Month(match.Groups["month"].Value), Number("day"));
        var isDate = year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return isDate && hour < 24 && Number("minute") < 60 && Number("second") < 60
            ? new DateTimeOffset(year, month, day, hour, Number("minute"), Number("second"), TimeSpan.Zero)
            : null;
    }

    private static int Month(string word) =>
        Months.TryGetValue(word[..Math.Min(4, word.Length)], out var month) || Months.TryGetValue(word[..Math.Min(3, word.Length)], out month) ? month : 0;

    [GeneratedRegex(
        @"^\s*(?:(?<isoYear>[0-9]{4})-(?<isoMonth>[0-9]{1,2})-(?<isoDay>[0-9]{1,2})|(?:(?<month>\p{L}{3,})\.?\s+(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})\.?\s+(?:de\s+)?(?<month>\p{L}{3,})\.?(?:\s+de)?),?\s+(?<year>[0-9]{4})),?[\sT]+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\s*(?<half>[AaPp])\.?\s?[Mm]\.?)?Z?\s*$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
