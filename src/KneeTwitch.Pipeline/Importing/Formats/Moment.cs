using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>A time as a vendor wrote it.</summary>
/// <param name="Wall">What the clock showed.</param>
/// <param name="Offset">How far that clock was from UTC, if it was written.</param>
/// <param name="HasTime">False for a bare date.</param>
internal readonly record struct Moment(DateTime Wall, TimeSpan? Offset, bool HasTime)
{
    internal DateOnly Day => DateOnly.FromDateTime(Wall);

    /// <summary>The instant: by the offset that was written, else by where the wearer was.</summary>
    internal DateTimeOffset ToUtc(ZoneHistory zones) =>
        Offset is { } offset ? new DateTimeOffset(Wall, TimeSpan.Zero) - offset : zones.ToUtc(Wall);
}
