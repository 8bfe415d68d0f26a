using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>How much a wearer sweats in sport, in litres an hour [ACSM2007]; the bases are engineering defaults [R07].</summary>
internal static class Sweat
{
    private const double Easy = 0.4, Moderate = 0.7, Hard = 1.0, ReferenceMassKg = 70;

    /// <summary>Litres an hour. Without a temperature the session counts as one at 20 C or below, without a mass as one of a 70 kg body.</summary>
    public static double Estimated(double baseLitresPerHour, double? temperatureC, double? massKg) =>
        baseLitresPerHour
        * (1 + (0.02 * Math.Max(0, (temperatureC ?? 20) - 20)))
        * Math.Clamp((massKg ?? ReferenceMassKg) / ReferenceMassKg, 0.7, 1.4);

    /// <summary>Litres an hour from weighing before and after: a litre is a kilogram.</summary>
    public static double Measured(double massBeforeKg, double massAfterKg, double drunkLitres, double urineLitres, double hours) =>
        (massBeforeKg - massAfterKg + drunkLitres - urineLitres) / hours;

    /// <summary>
    /// Litres an hour before heat and mass. Intensity by the wearer's own rating (below 4 easy, below 7 moderate), else by the mean heart rate as
    /// a share of the maximum (below 64 % easy, below 77 % moderate), else by what the sport usually is.
    /// </summary>
    public static double Base(Session session, Wearer wearer, DateOnly day)
    {
        if (session.Rpe is { } rpe)
        {
            return rpe < 4 ? Easy : rpe < 7 ? Moderate : Hard;
        }

        if (session.AverageHeartRateBpm is { } heartRate && wearer.AgeOn(day) is { } age)
        {
            var share = SixDecimals.Of(heartRate / Trimp.MaximalHeartRate(age));
            return share < 0.64 ? Easy : share < 0.77 ? Moderate : Hard;
        }

        return session.Sport switch
        {
            Sport.Walk or Sport.Golf or Sport.Ride or Sport.Yoga or Sport.Stretching => Easy,
            Sport.Run or Sport.Intervals or Sport.FieldSport or Sport.MartialArts => Hard,
            _ => Moderate,
        };
    }
}
