using KneeTwitch.Core.Days;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>What a day asks for in drinks, in ml: 80 % of the European total-water intake [EFSA2010], and the sweat of its sessions.</summary>
internal static class FluidNeed
{
    /// <summary>Null where the wearer's sex is not known: the reference depends on it.</summary>
    public static double? BaseMl(Wearer wearer, DateOnly day) => wearer.Sex switch
    {
        Sex.Male => 2000,
        Sex.Female => 1600 + (wearer.IsPregnantOn(day) ? 240 : 0) + (wearer.IsLactatingOn(day) ? 560 : 0),
        _ => null,
    };

    /// <param name="wearer">For sex, pregnancy and age.</param>
    /// <param name="day">The day of the sessions.</param>
    /// <param name="sessions">All sports: arms sweat as well.</param>
    /// <param name="massKg">The last known mass.</param>
    /// <param name="sweatLitresPerHour">A measured rate, which replaces the estimate.</param>
    public static double? Ml(Wearer wearer, DateOnly day, IReadOnlyList<Session> sessions, double? massKg, double? sweatLitresPerHour = null)
    {
        if (BaseMl(wearer, day) is not { } need)
        {
            return null;
        }

        foreach (var session in sessions)
        {
            var rate = sweatLitresPerHour ?? Sweat.Estimated(Sweat.Base(session, wearer, day), session.TemperatureC, massKg);
            need += 1000 * rate * session.Minutes / 60;
        }

        return need;
    }
}
