using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>Samples at equal distances: <c>{interval, items, timestamp}</c>; null is no sample.</summary>
internal static class OuraSamples
{
    private const int MostSamples = 100_000;
    private const double FiveMinutes = 300;

    /// <param name="start">Where a bare array of five-minute samples begins, as the first version of the API has them.</param>
    internal static IReadOnlyList<(DateTimeOffset At, double Value)>? Of(JsonElement? samples, DateTimeOffset? start = null)
    {
        if (samples is { ValueKind: JsonValueKind.Array } plain)
        {
            return start is { } first ? [.. Values(plain.EnumerateArray(), first, FiveMinutes)] : null;
        }

        return samples is { } model && Moments.Instant(model.Text("timestamp")) is { } at && model.Number("interval") is > 0 and <= 86_400 and var seconds
            ? [.. Values(model.Items("items"), at, seconds)]
            : null;
    }

    private static IEnumerable<(DateTimeOffset At, double Value)> Values(IEnumerable<JsonElement> items, DateTimeOffset start, double seconds)
    {
        var i = 0;
        foreach (var item in items.Take(MostSamples))
        {
            if (item.AsNumber() is { } value)
            {
                yield return (start.AddSeconds(i * seconds), value);
            }

            i++;
        }
    }
}
