using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>The last known mass on each day.</summary>
internal static class BodyMass
{
    /// <summary>In kg: weighed, before the first weighing as the profile says, else null.</summary>
    public static double?[] Of(History history)
    {
        var last = history.Wearer.MassKg;
        return [.. history.Series(Metric.BodyMassKg).Select(mass => last = mass ?? last)];
    }
}
