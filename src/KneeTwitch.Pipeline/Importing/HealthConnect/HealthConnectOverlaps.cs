namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// Some apps tell a day as a whole and once more in small intervals. Of an interval and those that lie in it one telling stays: the small
/// ones where they make up at least half of it, else the long one. Spans come by source, then by start, the longest first.
/// </summary>
internal sealed class HealthConnectOverlaps(Action<HealthConnectSpan> keep, Action<long> setAside, int depth = 0)
{
    private const double EnoughShare = 0.5;
    private const int MostInside = 50_000;
    private const int Deepest = 3;
    private readonly List<HealthConnectSpan> inside = [];
    private HealthConnectSpan? around;

    internal void Add(in HealthConnectSpan span)
    {
        if (around is { } outer && ReferenceEquals(outer.Source, span.Source) && span.Start >= outer.Start && span.Start < outer.End && span.End <= outer.End && inside.Count < MostInside)
        {
            inside.Add(span);
            return;
        }

        Flush();
        around = span;
    }

    /// <summary>Judges what is held back; to be called at the end.</summary>
    internal void Flush()
    {
        if (around is not { } outer)
        {
            return;
        }

        if (inside.Count == 0)
        {
            keep(outer);
        }
        else if (inside.Sum(span => span.Value) < EnoughShare * outer.Value)
        {
            keep(outer);
            setAside(inside.Count);
        }
        else
        {
            setAside(1);
            KeepInside();
        }

        around = null;
        inside.Clear();
    }

    /// <summary>A day may hold hours, and hours minutes.</summary>
    private void KeepInside()
    {
        if (depth == Deepest)
        {
            inside.ForEach(keep);
            return;
        }

        var within = new HealthConnectOverlaps(keep, setAside, depth + 1);
        foreach (var span in inside)
        {
            within.Add(span);
        }

        within.Flush();
    }
}
