using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>A device or app that a wearer has readings of.</summary>
/// <param name="Name">As the vendor names it, normalised.</param>
/// <param name="Kind">worn, phone, app, manual or unknown.</param>
/// <param name="First">The UTC day of its first reading; null where it has none.</param>
/// <param name="Last">The UTC day of its last reading.</param>
/// <param name="Metrics">How many metrics it has.</param>
public sealed record KnownSource(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("first")] DateOnly? First,
    [property: JsonPropertyName("last")] DateOnly? Last,
    [property: JsonPropertyName("metrics")] int Metrics);
