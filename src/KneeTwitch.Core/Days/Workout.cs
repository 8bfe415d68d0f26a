using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>One source's account of a workout: the readings that share source, start and end.</summary>
internal sealed class Workout(Track track, long start, long end)
{
    internal static readonly Metric[] Zones =
        [Metric.WorkoutZone1Minutes, Metric.WorkoutZone2Minutes, Metric.WorkoutZone3Minutes, Metric.WorkoutZone4Minutes, Metric.WorkoutZone5Minutes];

    private readonly Dictionary<Metric, double> fields = [];

    internal string Source => track.Source.Name;

    internal int Rank => track.Rank;

    internal long Start => start;

    internal long End => end;

    internal int Richness => fields.Count;

    internal double? this[Metric metric] => fields.TryGetValue(metric, out var value) ? value : null;

    /// <summary>Minutes in motion, or from start to end where pauses are not known.</summary>
    internal double Minutes => this[Metric.WorkoutMinutes] ?? ((end - start) / 60.0);

    internal Sport Sport => this[Metric.WorkoutSport] is { } sport && Enum.IsDefined((Sport)sport) ? (Sport)sport : Sport.Other;

    /// <summary>Minutes in the vendor's five zones; null where it says none; a zone it leaves out is one it has no minutes in.</summary>
    internal IReadOnlyList<double>? ZoneMinutes =>
        Zones.Any(zone => this[zone] is not null) ? [.. Zones.Select(zone => this[zone] ?? 0)] : null;

    /// <summary>Who else told of it.</summary>
    internal HashSet<string> CopiedBy { get; } = [];

    internal void Say(Metric metric, double value) => fields[metric] = value;

    /// <summary>Takes over what a copy knows and this one does not.</summary>
    internal void FillFrom(Workout copy)
    {
        foreach (var (metric, value) in copy.fields)
        {
            fields.TryAdd(metric, value);
        }

        CopiedBy.Add(copy.Source);
        if (Sport == Sport.Other && copy.Sport != Sport.Other)
        {
            fields[Metric.WorkoutSport] = (double)copy.Sport;
        }
    }

    /// <summary>The same workout: begun within 60 s, and as long within 5 %, by the clock or in motion.</summary>
    internal bool IsCopyOf(Workout other) =>
        Math.Abs(start - other.Start) <= 60
        && (IsAsLong(end - start, other.End - other.Start) || IsAsLong(Minutes, other.Minutes));

    private static bool IsAsLong(double one, double other) => Math.Abs(one - other) <= 0.05 * Math.Max(one, other);
}
