using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// Logs of apps that know the minute at best. Storing is a union, and in it two equal values at one instant would be one; here they are set
/// a second apart, so that two coffees stay two. Only equal values are moved: a serving added later leaves the others where they are.
/// </summary>
internal sealed class Repeats
{
    private const int MostLogs = 2_000_000;
    private readonly Dictionary<(Metric Metric, long Start, double Value), int> logged = [];

    /// <summary>Adds what was logged between two instants; null is not said, and of zeros one is enough.</summary>
    internal void Add(RowFindings findings, Metric metric, LogTime time, double? value, Source source)
    {
        if (value is not { } number)
        {
            return;
        }

        // As it will be stored: two values that differ in the seventh digit are equal then.
        var key = (metric, time.Start.ToUnixTimeSeconds(), ChunkBuilder.Canonical(number));
        var repeat = number == 0 ? 0 : logged.GetValueOrDefault(key);
        if (number != 0 && (repeat > 0 || logged.Count < MostLogs))
        {
            logged[key] = repeat + 1;
        }

        var start = time.Start.AddSeconds(repeat);
        findings.Add(metric, start, time.End > start ? time.End : start, number, source);
    }
}
