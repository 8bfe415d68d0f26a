using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>
/// Places the band's wall clock minutes. When summer time ends an hour repeats: as long as the file goes forward in time, the second one is
/// told from the first by what went before.
/// </summary>
internal sealed class ZeppClock(ZoneHistory zones)
{
    private DateTime lastWall = DateTime.UnixEpoch;
    private DateTimeOffset last = DateTimeOffset.MinValue;
    private bool goesForward = true;

    internal DateTimeOffset ToUtc(DateTime wall)
    {
        var at = zones.ToUtc(wall);
        var again = at.AddHours(1);
        if (goesForward && at <= last && zones.ToLocal(again).DateTime == wall)
        {
            at = again;
        }
        else
        {
            // An hour back is the clock, more is a file that goes backwards or is in no order.
            goesForward &= wall > lastWall.AddHours(-2);
        }

        (last, lastWall) = (at, wall);
        return at;
    }
}
