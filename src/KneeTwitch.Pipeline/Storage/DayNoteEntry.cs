using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Something about a day's number that its reader should know.</summary>
/// <param name="Day">The civil day.</param>
/// <param name="Kind">vendor_differs: the vendor's own total is more than 10 % away.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Value">The day's number.</param>
/// <param name="Said">The other one, in the same unit.</param>
/// <param name="Source">Who said the other one.</param>
public sealed record DayNoteEntry(
    [property: JsonPropertyName("day")] DateOnly Day,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("metric")] string Metric,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("said")] double Said,
    [property: JsonPropertyName("source")] string Source);
