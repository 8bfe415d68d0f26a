using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>How far a source is trusted for a metric; the lower rank is believed first, equal ones by name.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Source">Who.</param>
/// <param name="Kind">What sort of thing the source is.</param>
/// <param name="Rank">The rank that counts.</param>
/// <param name="DefaultRank">The rank its kind has by itself.</param>
/// <param name="IsChanged">True where the wearer gave it the rank.</param>
/// <param name="Last">The UTC day of its last reading of the metric.</param>
public sealed record TrustRank(
    [property: JsonPropertyName("metric")] string Metric,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("rank")] int Rank,
    [property: JsonPropertyName("default_rank")] int DefaultRank,
    [property: JsonPropertyName("changed")] bool IsChanged,
    [property: JsonPropertyName("last")] DateOnly Last);
