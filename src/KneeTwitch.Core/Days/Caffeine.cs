namespace KneeTwitch.Core.Days;

/// <summary>How caffeine leaves the body: by half every 5 hours on average; people differ from 2 to 10 [Gardiner2023].</summary>
internal static class Caffeine
{
    public const double HalfLifeHours = 5;

    /// <summary>What is left of a dose after some hours, in its own unit.</summary>
    public static double Left(double dose, double hours) => dose * Math.Pow(0.5, Math.Max(0, hours) / HalfLifeHours);
}
