using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>The pulse of one workout, one value a second: the later one where a second comes twice. Zero is a strap that is not worn.</summary>
internal sealed class Pulse
{
    /// <summary>Twelve days, second by second.</summary>
    private const int MostBeats = 1_000_000;

    private readonly Dictionary<long, double> beats = [];

    internal double? Average => beats.Count > 0 ? beats.Values.Average() : null;

    internal double? Most => beats.Count > 0 ? beats.Values.Max() : null;

    internal void Add(DateTimeOffset at, double bpm)
    {
        if (bpm > 0 && (beats.Count < MostBeats || beats.ContainsKey(at.ToUnixTimeSeconds())))
        {
            beats[at.ToUnixTimeSeconds()] = bpm;
        }
    }

    internal void AddTo(RowFindings findings, Source source, long place)
    {
        foreach (var (second, bpm) in beats.OrderBy(beat => beat.Key))
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(second);
            findings.Add(Metric.HeartRateBpm, at, at, bpm, source, place);
        }
    }
}
