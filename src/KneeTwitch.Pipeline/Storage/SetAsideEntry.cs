using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>What a source said that is not in a day's number.</summary>
/// <param name="Source">Who.</param>
/// <param name="Amount">In the metric's unit.</param>
/// <param name="Reason">less_trusted, copy, repeated, within_total, not_asleep, vendor_total or milder.</param>
/// <param name="Minutes">The time it is about; 0 for entries and spot measurements.</param>
public sealed record SetAsideEntry(
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("amount")] double Amount,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("minutes")] double Minutes);
