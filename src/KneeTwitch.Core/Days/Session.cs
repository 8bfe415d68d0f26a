using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>One workout of a day, from its richest copy, with the load it put on the legs by each method that its data allow.</summary>
public sealed record Session
{
    public required DateTimeOffset Start { get; init; }

    /// <summary>Minutes in motion, pauses left out.</summary>
    public required double Minutes { get; init; }

    public required Sport Sport { get; init; }

    public double? DistanceM { get; init; }

    public double? EnergyKcal { get; init; }

    public double? AverageHeartRateBpm { get; init; }

    /// <summary>Exertion as the wearer rated it, 0 to 10.</summary>
    public double? Rpe { get; init; }

    public double? TemperatureC { get; init; }

    /// <summary>Minutes at 50-60, 60-70, 70-80, 80-90 and 90-100 % of maximal heart rate; null without heart rate (or birth year), unless the vendor said its own zones.</summary>
    public IReadOnlyList<double>? ZoneMinutes { get; init; }

    /// <summary>RPE times minutes, leg factor not applied.</summary>
    public double? LoadRpe { get; init; }

    /// <summary>Zone number times minutes, leg factor not applied [Edwards].</summary>
    public double? LoadEdwards { get; init; }

    /// <summary>Banister's TRIMP, leg factor not applied [Banister].</summary>
    public double? LoadBanister { get; init; }

    public required string Source { get; init; }

    /// <summary>Other sources that told of the same workout, joined by " + "; null where there are none.</summary>
    public string? Copies { get; init; }
}
