using KneeTwitch.Core.Days;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The row of a <see cref="DaySummary"/> in <c>days</c>, its values as parallel arrays. Written by Summarizing.</summary>
public sealed class StoredDay
{
    public required Guid WearerId { get; init; }

    public required DateOnly Day { get; init; }

    public required short[] Metrics { get; init; }

    public required double[] Values { get; init; }

    public required short[] States { get; init; }

    public required float[] Coverages { get; init; }

    /// <summary>The source of each value; empty where there is none to name.</summary>
    public required string[] Sources { get; init; }

    public required List<Session> Sessions { get; init; }

    /// <summary>Asleep from and to, in turn: seconds from 00:00 UTC of the day, negative for the evening before.</summary>
    public int[] Asleep { get; init; } = [];

    /// <summary>Of the metrics of which it is known.</summary>
    public List<StoredProvenance> Provenance { get; init; } = [];

    public List<DayNote> Notes { get; init; } = [];
}
