namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>A lap of a TCX activity: what it says of itself, and what its points show where it says nothing.</summary>
internal sealed class TcxLap
{
    private double? leastM, mostM;
    private DateTimeOffset? first, last;

    internal DateTimeOffset? Start { get; init; }

    internal double? Seconds { private get; set; }

    internal double? DistanceM { private get; set; }

    internal double? EnergyKcal { get; set; }

    internal double? AverageHeartRateBpm { get; set; }

    internal double? MaxHeartRateBpm { get; set; }

    internal double Duration => Seconds is > 0 ? Seconds.Value : last - first is { } span ? span.TotalSeconds : 0;

    /// <summary>Points count on from the activity's start, or from the lap's in some converters' files: their span is right in both.</summary>
    internal double Length => DistanceM is > 0 ? DistanceM.Value : mostM - leastM ?? 0;

    internal void Saw(DateTimeOffset at, double? distanceM)
    {
        (first, last) = (first < at ? first : at, last > at ? last : at);
        (leastM, mostM) = distanceM is { } m ? (leastM < m ? leastM : m, mostM > m ? mostM : m) : (leastM, mostM);
    }
}
