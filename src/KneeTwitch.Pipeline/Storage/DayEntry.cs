using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The one number of a metric and day.</summary>
/// <param name="Day">The civil day.</param>
/// <param name="Metric">The metric's snake_case name, with the unit.</param>
/// <param name="Value">In the metric's unit; null exactly when missing.</param>
/// <param name="State">measured, zero or missing.</param>
/// <param name="Coverage">0 to 1, to four decimals.</param>
/// <param name="Source">The sources that gave it; null when missing or derived.</param>
public sealed record DayEntry(
    [property: JsonPropertyName("day")] DateOnly Day,
    [property: JsonPropertyName("metric")] string Metric,
    [property: JsonPropertyName("value")] double? Value,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("coverage")] double Coverage,
    [property: JsonPropertyName("source")] string? Source)
{
    /// <summary>What each source gave, most first; null where nobody gave anything.</summary>
    [JsonPropertyName("parts")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DayPartEntry>? Parts { get; init; }

    /// <summary>What was said and does not count; null where there is nothing.</summary>
    [JsonPropertyName("set_aside")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SetAsideEntry>? SetAside { get; init; }
}
