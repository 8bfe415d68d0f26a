using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>The load of a session by the three usual formulas [statistics 2.2]. They have no common unit: never mix them.</summary>
public static class Trimp
{
    /// <summary>Exertion as rated, 0 to 10, times minutes [Foster1998].</summary>
    public static double SessionRpe(double rpe, double minutes) => rpe * minutes;

    /// <summary>Zone number times minutes [Edwards].</summary>
    /// <param name="zoneMinutes">Minutes at 50-60, 60-70, 70-80, 80-90 and 90-100 % of maximal heart rate.</param>
    public static double Edwards(IReadOnlyList<double> zoneMinutes)
    {
        var load = 0.0;
        for (var zone = 0; zone < zoneMinutes.Count; zone++)
        {
            load += (zone + 1) * zoneMinutes[zone];
        }

        return load;
    }

    /// <summary>Minutes weighted by the share of the heart-rate reserve [Banister]. Null where sex is not known, or the maximum is not above rest.</summary>
    /// <param name="minutes">Minutes in motion.</param>
    /// <param name="heartRateBpm">Mean of the session.</param>
    /// <param name="restBpm">Resting heart rate.</param>
    /// <param name="maxBpm">Maximal heart rate.</param>
    /// <param name="sex">Men and women have their own weights.</param>
    public static double? Banister(double minutes, double heartRateBpm, double restBpm, double maxBpm, Sex sex)
    {
        if (maxBpm <= restBpm)
        {
            return null;
        }

        var reserve = Math.Clamp((heartRateBpm - restBpm) / (maxBpm - restBpm), 0, 1);
        return sex switch
        {
            Sex.Male => minutes * reserve * 0.64 * Math.Exp(1.92 * reserve),
            Sex.Female => minutes * reserve * 0.86 * Math.Exp(1.67 * reserve),
            _ => null,
        };
    }

    /// <summary>Maximal heart rate in beats per minute where no test was made [Tanaka].</summary>
    public static double MaximalHeartRate(int age) => 208 - (0.7 * age);
}
