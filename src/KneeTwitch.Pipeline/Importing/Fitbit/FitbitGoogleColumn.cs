using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>A column of one of Google's tables.</summary>
/// <param name="Size">Our unit in one of the column's.</param>
internal sealed record FitbitGoogleColumn(string Name, Metric Metric, double Size = 1);
