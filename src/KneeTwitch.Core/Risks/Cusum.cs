namespace KneeTwitch.Core.Risks;

/// <summary>
/// The cumulative sum of a daily z: dates the onset of a change, never raises one, because its false alarms explode with autocorrelation
/// [statistics 2.4]. An immutable state and a pure step.
/// </summary>
/// <param name="Sum">S of the last day.</param>
/// <param name="DaysAboveZero">Days in a row, the last included, on which S was above 0.</param>
public readonly record struct Cusum(double Sum, int DaysAboveZero)
{
    private const double Slack = 0.5;

    /// <summary>Days between the onset (the day after the last S = 0) and the last day; null while S is 0.</summary>
    public int? OnsetDaysAgo => DaysAboveZero > 0 ? DaysAboveZero - 1 : null;

    /// <summary>The alarm limit h, by the autocorrelation of the baseline.</summary>
    public static double Limit(double phi) => SixDecimals.Of(phi) switch
    {
        < 0.15 => 5,
        < 0.40 => 8,
        < 0.60 => 12,
        _ => 18,
    };

    /// <summary>One day on; a missing z leaves S as it is.</summary>
    public Cusum Step(double? z)
    {
        var sum = z is { } known ? Math.Max(0, SixDecimals.Of(Sum + known - Slack)) : Sum;
        return new Cusum(sum, sum > 0 ? DaysAboveZero + 1 : 0);
    }

    /// <summary>Whether S is above the limit h.</summary>
    public bool IsAlarmed(double phi) => Sum > Limit(phi);
}
