using System.Globalization;
using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>Times in the shapes in which Garmin's archives hold them, often several in one object.</summary>
internal static class GarminTime
{
    private const double Earliest = 946_684_800_000, Latest = 4_102_444_800_000;

    /// <summary>Others are errors, and would not survive a change of zone.</summary>
    private const int FirstYear = 1900, LastYear = 2199;

    private static readonly string[] Shapes =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd",
        "MMM d, yyyy h:mm:ss tt", "MMM d, yyyy, h:mm:ss tt", "ddd MMM dd HH:mm:ss 'GMT' yyyy", "ddd MMM dd HH:mm:ss 'UTC' yyyy",
    ];

    /// <summary>The clock's time, UTC where the field's name says so, else the wearer's; null where there is none.</summary>
    internal static DateTime? Clock(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.AsNumber() is >= Earliest and <= Latest and var ms ? DateTime.UnixEpoch.AddMilliseconds(ms) : null,
        { ValueKind: JsonValueKind.String } text => Text(text.GetString()),
        { ValueKind: JsonValueKind.Array } parts => Parts([.. parts.EnumerateArray().Take(6).Select(part => part.AsNumber() is >= 0 and <= 9_999 and var n ? (int)n : -1)]),
        { ValueKind: JsonValueKind.Object } wrapper => wrapper.Field("date") is { ValueKind: not JsonValueKind.Object } inner ? Clock(inner) : null,
        _ => null,
    };

    internal static DateTimeOffset? Utc(JsonElement? value) => Clock(value) is { } clock ? new DateTimeOffset(DateTime.SpecifyKind(clock, DateTimeKind.Utc)) : null;

    internal static DateOnly? Day(JsonElement? value) => Clock(value) is { } clock ? DateOnly.FromDateTime(clock) : null;

    private static DateTime? Text(string? text) =>
        DateTime.TryParseExact(text?.Replace('\u202F', ' '), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var clock)
            && clock.Year is >= FirstYear and <= LastYear
            ? clock
            : null;

    /// <summary>Java's parts of a date; trailing zeros are left out.</summary>
    private static DateTime? Parts(int[] parts)
    {
        var all = parts.Concat([0, 0, 0]).Take(6).ToArray();
        return parts.Length >= 3 && all[0] is >= FirstYear and <= LastYear && all[1] is >= 1 and <= 12 && all[2] >= 1 && all[2] <= DateTime.DaysInMonth(all[0], all[1])
            && all[3] is >= 0 and < 24 && all[4] is >= 0 and < 60 && all[5] is >= 0 and < 60
            ? new DateTime(all[0], all[1], all[2], all[3], all[4], all[5], DateTimeKind.Utc)
            : null;
    }
}
