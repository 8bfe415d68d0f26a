using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Places many wall clock times that follow each other: offsets change on the quarter hour, so one lookup serves a quarter.</summary>
internal sealed class WallClock(ZoneHistory zones)
{
    private DateTime quarter;
    private TimeSpan offset;

    internal ZoneHistory Zones => zones;

    internal DateTimeOffset ToUtc(DateTime wall)
    {
        var ticks = wall.Ticks - (wall.Ticks % TimeSpan.FromMinutes(15).Ticks);
        if (quarter.Ticks != ticks)
        {
            quarter = new DateTime(ticks);
            offset = new DateTimeOffset(quarter, TimeSpan.Zero) - zones.ToUtc(quarter);
        }

        return new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), TimeSpan.Zero) - offset;
    }
}
