using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>A table whose records are a reading of each of some metrics.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">Column, metric, and what makes the column's unit the metric's.</param>
internal sealed record HealthConnectTable(string Name, params IReadOnlyList<(string Column, Metric Metric, double Factor)> Columns)
{
    /// <summary>Counted over an interval: an app may tell a day as a whole and once more in parts.</summary>
    internal bool IsCounted { get; init; }
}
