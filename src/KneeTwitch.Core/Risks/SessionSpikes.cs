using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>R01 formula b: a session against the largest one of the same sport in the 30 days before its day [Frandsen2025].</summary>
internal static class SessionSpikes
{
    private const int Window = 30, SessionsNeeded = 3;

    /// <summary>The largest spike of each day; null where no session has three earlier ones to be compared with.</summary>
    public static double?[] Of(History history, LoadMethod?[] methods)
    {
        var spikes = new double?[history.Count];
        for (var day = 0; day < spikes.Length; day++)
        {
            foreach (var session in history[day]?.Sessions ?? [])
            {
                if (LegFactor.Of(session.Sport) > 0 && SpikeOf(session, history, day, methods[day]) is { } spike)
                {
                    spikes[day] = Math.Max(spikes[day] ?? 0, spike);
                }
            }
        }

        return spikes;
    }

    /// <summary>Size over the largest earlier size.</summary>
    /// <returns>Null with fewer than three earlier sizes, or where all of them are 0.</returns>
    public static double? Ratio(double size, IReadOnlyCollection<double> earlier) =>
        earlier.Count >= SessionsNeeded && earlier.Max() is > 0 and var largest ? SixDecimals.Of(size / largest) : null;

    /// <summary>Above 1.10, 1.30 and 2.00.</summary>
    public static int Grade(double ratio) => ratio > 2.00 ? 3 : ratio > 1.30 ? 2 : ratio > 1.10 ? 1 : 0;

    // By distance where the session has one, else by load: never one against the other.
    private static double? SpikeOf(Session session, History history, int day, LoadMethod? method)
    {
        Func<Session, double?> sizeOf = session.DistanceM is > 0 ? other => other.DistanceM : other => LoadOf(other, method);
        if (sizeOf(session) is not { } size)
        {
            return null;
        }

        var earlier = new List<double>();
        for (var before = Math.Max(day - Window, 0); before < day; before++)
        {
            foreach (var other in history[before]?.Sessions ?? [])
            {
                if (other.Sport == session.Sport && sizeOf(other) is { } otherSize)
                {
                    earlier.Add(otherSize);
                }
            }
        }

        return Ratio(size, earlier);
    }

    private static double? LoadOf(Session session, LoadMethod? method) => method switch
    {
        LoadMethod.SessionRpe => session.LoadRpe,
        LoadMethod.Edwards => session.LoadEdwards,
        LoadMethod.Banister => session.LoadBanister,
        LoadMethod.ActiveEnergy => session.EnergyKcal,
        _ => null,
    };
}
