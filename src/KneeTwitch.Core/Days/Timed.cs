namespace KneeTwitch.Core.Days;

/// <summary>A reading on one line of time: whole seconds since year 1 UTC, as plain numbers because there are millions.</summary>
/// <param name="Version">When it was said, for metrics merged by interval; else 0.</param>
internal readonly record struct Timed(long Start, long End, double Value, int Version)
{
    internal long Length => End - Start;

    internal static long Seconds(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerSecond;

    internal static DateTimeOffset Instant(long seconds) => new(seconds * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
