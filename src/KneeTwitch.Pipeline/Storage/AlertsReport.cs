using System.Text.Json.Serialization;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Flagged alerts, in the shape that <c>alerts --json</c> and <c>/api/alerts</c> share. No moments of the wall clock: equal data give equal text.</summary>
/// <param name="Alerts">The newest pattern first.</param>
public sealed record AlertsReport([property: JsonPropertyName("alerts")] IReadOnlyList<AlertEntry> Alerts);
