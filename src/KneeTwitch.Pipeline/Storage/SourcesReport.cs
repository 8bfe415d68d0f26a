using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Where a wearer's readings come from, in the shape of <c>sources list --json</c>.</summary>
/// <param name="Sources">By name.</param>
/// <param name="Trust">By metric in the order of the list of metrics, then the most trusted first: of each metric every source that has it.</param>
public sealed record SourcesReport(
    [property: JsonPropertyName("sources")] IReadOnlyList<KnownSource> Sources,
    [property: JsonPropertyName("trust")] IReadOnlyList<TrustRank> Trust);
