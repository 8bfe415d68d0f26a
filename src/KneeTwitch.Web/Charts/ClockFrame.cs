using System.Globalization;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Web.Charts;

/// <summary>Where instants lie in a chart of one day or night. Time runs evenly, as it does; only the labels are the wearer's clock.</summary>
internal sealed class ClockFrame(DateTimeOffset start, DateTimeOffset end, int width)
{
    public const int Side = 8;

    public int Width => width;

    /// <summary>The x of an instant; those outside are at the edge.</summary>
    public double X(DateTimeOffset at) =>
        Side + ((width - (2 * Side)) * Math.Clamp((at - start) / (end - start), 0, 1));

    /// <summary>The full hours of the wearer's clock that a number of hours divides; an hour that comes twice is there twice.</summary>
    public IEnumerable<(double X, string Label)> Hours(ZoneHistory zones, int step)
    {
        // Clocks are whole quarter hours from UTC.
        var quarter = TimeSpan.FromMinutes(15).Ticks;
        for (var at = new DateTimeOffset((start.UtcTicks + quarter - 1) / quarter * quarter, TimeSpan.Zero); at <= end; at = at.AddTicks(quarter))
        {
            // The end of a day is the midnight of the next one.
            var local = zones.ToLocal(at == end ? at.AddTicks(-1) : at);
            local = at == end ? local.AddTicks(1) : local;
            if (local.Minute == 0 && local.Hour % step == 0)
            {
                yield return (X(at), local.ToString("HH", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Boxes from the same ground, as one path: hundreds of them are still a small page.</summary>
    public string Bars(IEnumerable<(DateTimeOffset From, DateTimeOffset To, double Height)> bars, double ground, double gap)
    {
        var path = new System.Text.StringBuilder();
        foreach (var (from, to, height) in bars)
        {
            var (left, right) = (X(from) + (gap / 2), X(to) - (gap / 2));
            path.Append(CultureInfo.InvariantCulture, $"M{left:0.#} {ground:0.#}V{ground - Math.Max(1, height):0.#}H{Math.Max(left + 0.5, right):0.#}V{ground:0.#}Z");
        }

        return path.ToString();
    }
}
