using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Daily summaries, in the shape that <c>days --json</c> and <c>/api/days</c> share.</summary>
/// <param name="Days">By day, then by metric in the order of the list of metrics.</param>
public sealed record DaysReport([property: JsonPropertyName("days")] IReadOnlyList<DayEntry> Days)
{
    /// <summary>What a reader of the numbers should know, by day; null where there is nothing.</summary>
    [JsonPropertyName("notes")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DayNoteEntry>? Notes { get; init; }
}
