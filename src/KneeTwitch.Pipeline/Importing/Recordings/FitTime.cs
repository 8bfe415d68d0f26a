namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>FIT's clock, and how far the wearer's was from it.</summary>
internal static class FitTime
{
    /// <summary>Below this it is seconds since the device was switched on.</summary>
    private const double FirstDate = 0x10000000;

    internal const long Epoch = 631_065_600;
    private const int QuarterHour = 900;
    private const int Widest = 14 * 3_600;

    /// <summary>The instant, or null where it is none.</summary>
    internal static DateTimeOffset? Instant(double? seconds) =>
        seconds is >= FirstDate and <= uint.MaxValue ? DateTimeOffset.FromUnixTimeSeconds(Epoch + (long)seconds) : null;

    /// <summary>Seconds east of UTC from two clocks of one device; null where a clock was not set. Zero is said by devices that do not know.</summary>
    internal static int? Offset(double? local, double? utc) =>
        local is > 0 && utc is > 0 && Math.Abs(local.Value - utc.Value) <= Widest && (local.Value - utc.Value) % QuarterHour == 0
            ? (int)(local.Value - utc.Value)
            : null;

    /// <summary>Passes on where the device was, unless the wearer's zone says the same or nothing useful was said.</summary>
    internal static void Saw(ReadingContext context, DateTimeOffset at, int? offset)
    {
        if (offset is { } east && east != 0 && east % 3_600 == 0 && context.Zones.ToLocal(at).Offset.TotalSeconds != east)
        {
            // These zones count westwards.
            context.Facts.SawZone(at, $"Etc/GMT{(east > 0 ? "-" : "+")}{Math.Abs(east / 3_600)}");
        }
    }
}
