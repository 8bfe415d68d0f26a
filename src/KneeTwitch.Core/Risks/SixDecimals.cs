namespace KneeTwitch.Core.Risks;

/// <summary>The one rounding of all rules: a computed quantity is rounded to 6 decimals, then compared, so that 0.8 is 0.8 however it was computed.</summary>
internal static class SixDecimals
{
    public static double Of(double quantity) => Math.Round(quantity, 6);
}
