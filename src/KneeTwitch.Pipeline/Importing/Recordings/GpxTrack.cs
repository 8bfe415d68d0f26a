using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>A GPX track while its element is open. Distance and ascent are ours: the file has positions only.</summary>
internal sealed class GpxTrack
{
    /// <summary>More points of one segment are worked off in pieces.</summary>
    private const int MostPoints = 500_000;

    /// <summary>Metres of climb that are more than a barometer's or a satellite's noise.</summary>
    private const double ClimbM = 3;

    private readonly List<GpxPoint> segment = [];
    private DateTimeOffset? first, last;
    private double distanceM, ascentM;
    private bool hasAltitude;

    internal string? Type { get; set; }

    internal Pulse Pulse { get; } = new();

    internal int Untimed { get; set; }

    internal void Add(GpxPoint point, double? bpm)
    {
        (first, last) = (first < point.At ? first : point.At, last > point.At ? last : point.At);
        Pulse.Add(point.At, bpm ?? 0);
        segment.Add(point);
        if (segment.Count >= MostPoints)
        {
            CloseSegment();
        }
    }

    /// <summary>Nothing is added up between segments: there the signal was lost or the recording rested.</summary>
    internal void CloseSegment()
    {
        GpxPoint? before = null;
        double? low = null;
        foreach (var point in segment.OrderBy(point => point.At))
        {
            if (point.HasPosition)
            {
                distanceM += before?.To(point) ?? 0;
                before = point;
            }

            if (point.AltitudeM is { } altitude)
            {
                hasAltitude = true;
                var climbed = altitude - (low ?? altitude);
                ascentM += climbed >= ClimbM ? climbed : 0;
                low = low is null || climbed is < 0 or >= ClimbM ? altitude : low;
            }
        }

        segment.Clear();
    }

    internal void AddTo(RowFindings findings, Source source, long place)
    {
        CloseSegment();
        if (first is not { } start || last is not { } end || end == start)
        {
            if (Untimed > 0 || first is not null)
            {
                findings.Reject("a track without times: a route, not an activity", place);
            }

            return;
        }

        var workout = new FoundWorkout(start, end, SportWords.Find(Type))
        {
            DistanceM = distanceM,
            AscentM = hasAltitude ? ascentM : null,
            AverageHeartRateBpm = Pulse.Average,
            MaxHeartRateBpm = Pulse.Most,
        };
        workout.AddTo(findings, source, place);
        Pulse.AddTo(findings, source, place);
    }
}
