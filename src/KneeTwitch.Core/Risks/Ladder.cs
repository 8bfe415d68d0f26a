namespace KneeTwitch.Core.Risks;

/// <summary>The z-ladder of personal rules: the more a day resembles the one before, the further it must be from the usual to mean anything.</summary>
public static class Ladder
{
    /// <summary>The z from which a day is of grade 2, by the baseline's autocorrelation.</summary>
    public static double Z2(double phi) => SixDecimals.Of(phi) switch
    {
        < 0.30 => 1.25,
        < 0.50 => 1.50,
        < 0.70 => 2.00,
        _ => 2.50,
    };

    /// <summary>Grade 1 from z2 - 0.5 on, 2 from z2, 3 from z2 + 1.0.</summary>
    /// <param name="z">Distance from the usual in the harmful direction.</param>
    /// <param name="phi">The baseline's autocorrelation.</param>
    public static int Grade(double z, double phi)
    {
        var (rounded, z2) = (SixDecimals.Of(z), Z2(phi));
        return rounded >= z2 + 1.0 ? 3 : rounded >= z2 ? 2 : rounded >= z2 - 0.5 ? 1 : 0;
    }

    /// <summary>A day is clean below the watch threshold.</summary>
    public static bool IsClean(double z, double phi) => Grade(z, phi) == 0;
}
