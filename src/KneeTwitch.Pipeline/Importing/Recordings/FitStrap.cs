using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>The hr messages of a chest strap: one that is dated, then times of beats packed into 12 bits of 1/1024 s.</summary>
internal sealed class FitStrap
{
    private const long Turn = 1 << 12;
    private const double Ticks = 1024;

    private DateTimeOffset? dated;
    private long datedTicks;
    private long lastTicks;

    internal IEnumerable<(DateTimeOffset At, double Bpm)> Read(FitMessage message)
    {
        var times = message.Array(9);
        if (message.Seconds is { } seconds && times is [{ } said, ..] && FitTime.Instant(seconds) is { } instant)
        {
            (dated, datedTicks, lastTicks) = (instant, (long)said, (long)said);
        }

        if (dated is not { } start)
        {
            yield break;
        }

        var ticks = times.Count > 0 ? times.Select(time => (long?)time).ToList() : Unpack(message.Array(10));
        foreach (var (time, bpm) in ticks.Zip(message.Array(6)))
        {
            if (time is { } at && bpm is > 0 and var known)
            {
                lastTicks = at;
                var second = start.ToUnixTimeSeconds() + (long)Math.Floor((at - datedTicks) / Ticks);
                yield return (DateTimeOffset.FromUnixTimeSeconds(second), known);
            }
        }
    }

    private List<long?> Unpack(IReadOnlyList<double?> bytes)
    {
        var found = new List<long?>();
        var reached = lastTicks;
        for (var i = 0; i + 1 < bytes.Count; i += i % 3 == 0 ? 1 : 2)
        {
            // The byte that says nothing elsewhere is as good as any in packed times.
            var (low, high) = ((long)(bytes[i] ?? 255), (long)(bytes[i + 1] ?? 255));
            var packed = i % 3 == 0 ? low | ((high & 0xF) << 8) : (low >> 4) | (high << 4);
            var time = (reached & ~(Turn - 1)) + packed;
            reached = time < reached ? time + Turn : time;
            found.Add(reached);
        }

        return found;
    }
}
