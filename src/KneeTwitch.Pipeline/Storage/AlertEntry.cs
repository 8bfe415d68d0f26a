using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>An alert as it stands now.</summary>
/// <param name="Id">Factor and first day, such as R05-2026-03-12.</param>
/// <param name="Factor">The factor's id.</param>
/// <param name="Level">flag or strong; when resolved, the highest it had.</param>
/// <param name="State">open, acknowledged, snoozed or resolved; a snooze that ran out is open.</param>
/// <param name="Since">Since when the pattern is in the data.</param>
/// <param name="Opened">The day whose evaluation raised it.</param>
/// <param name="Evidence">The numbers behind it, by name.</param>
/// <param name="Advice">Relief strategies that fit, by id.</param>
public sealed record AlertEntry(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("factor")] string Factor,
    [property: JsonPropertyName("level")] string Level,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("since")] DateOnly Since,
    [property: JsonPropertyName("opened")] DateOnly Opened,
    [property: JsonPropertyName("evidence")] IReadOnlyDictionary<string, double> Evidence,
    [property: JsonPropertyName("advice")] IReadOnlyList<string> Advice)
{
    /// <summary>The page that explains its rule.</summary>
    [JsonPropertyName("rule")]
    public string Rule => RulePage.PathOf(Factor);
}
