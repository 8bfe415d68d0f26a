using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>The side signal that stands beside the sleep rules: caffeine still there at bedtime, as modelled. Text only, no grade [R10].</summary>
internal static class BedtimeCaffeine
{
    public const double LimitMg = 50;

    public const string Name = "nights_with_caffeine_of_7";

    /// <summary>Nights of the last seven that began with more than the limit; null where none is known.</summary>
    public static double? NightsOf7(History history, int day)
    {
        var known = Windows.Last(history.Series(Metric.CaffeineAtBedtimeMg), day, 7);
        return known.Count > 0 ? known.Count(left => SixDecimals.Of(left) > LimitMg) : null;
    }

    /// <summary>A sentence to add, or nothing.</summary>
    public static string Says(IReadOnlyDictionary<string, double> numbers) => numbers.TryGetValue(Name, out var nights) && nights > 0
        ? $" On {Wording.Number(nights)} of the last 7 nights more than an estimated {Wording.Number(LimitMg)} mg of caffeine were left at bedtime."
        : "";
}
