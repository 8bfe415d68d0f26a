using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>What one source counted in the quarter hours of a day.</summary>
/// <param name="track">Whose.</param>
/// <param name="slots">How many quarter hours the day touches.</param>
internal sealed class SlotCounts(Track track, int slots)
{
    /// <summary>Counted amounts, each moment once.</summary>
    internal double[] Own { get; } = new double[slots];

    /// <summary>Where the source said anything, be it zero.</summary>
    internal bool[] IsSaid { get; } = new bool[slots];

    /// <summary>Amounts of totals of many hours beyond what anyone counted, spread evenly.</summary>
    internal double[] Beyond { get; } = new double[slots];

    /// <summary>What the source said more than once.</summary>
    internal double Repeated { get; set; }

    /// <summary>What of its totals of many hours was counted already.</summary>
    internal double WithinTotal { get; set; }

    internal Track Track => track;

    internal string Name => track.Source.Name;

    internal bool IsWorn => track.Source.Kind == SourceKind.Worn;
}
