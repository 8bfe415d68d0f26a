using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>What one source gave of a day's number.</summary>
/// <param name="Source">Who.</param>
/// <param name="Amount">In the metric's unit.</param>
/// <param name="Minutes">The time it spoke for; 0 for entries and spot measurements.</param>
public sealed record DayPartEntry(
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("amount")] double Amount,
    [property: JsonPropertyName("minutes")] double Minutes);
