using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The ranks a kind of source has for a group of metrics until the wearer changes them; lower is trusted first.</summary>
/// <param name="Group">What the metrics have in common, for people.</param>
/// <param name="Why">Why this order.</param>
public sealed record TrustDefaults(string Group, int Worn, int Phone, int App, int Manual, int Unknown, string Why)
{
    private static readonly TrustDefaults Sensors =
        new("sensors", 100, 200, 300, 400, 500, "a sensor on the body measures, a phone is left on tables, apps copy or estimate");

    private static readonly TrustDefaults Sleep =
        new("sleep", 100, 300, 200, 400, 500, "a phone only guesses sleep from its screen; a sleep app listens or watches");

    private static readonly TrustDefaults Gait =
        new("gait", 200, 100, 300, 400, 500, "gait is measured at the hip, where the phone is");

    private static readonly TrustDefaults Devices =
        new("scales, cuffs and meters", 400, 300, 100, 200, 250, "they report through their app; watches repeat what was typed in");

    private static readonly TrustDefaults Logs =
        new("logs", 400, 300, 100, 200, 500, "logs are added up; the order only decides which of two copies stays");

    /// <summary>Every group once.</summary>
    public static IReadOnlyList<TrustDefaults> All { get; } = [Sensors, Sleep, Gait, Devices, Logs];

    /// <summary>The group of a metric.</summary>
    public static TrustDefaults Of(Metric metric) => metric switch
    {
        >= Metric.WalkingSpeedMps and <= Metric.StairDescentSpeedMps => Gait,
        Metric.BodyMassKg or Metric.HeightCm or Metric.BodyFatPercent => Devices,
        Metric.SystolicMmhg or Metric.DiastolicMmhg or Metric.BloodGlucoseMgPerDl or Metric.BodyTemperatureC => Devices,
        _ => metric.Info().Family switch
        {
            Family.Sleep => Sleep,
            Family.Hydration or Family.Nutrition or Family.Diary => Logs,
            _ => Sensors,
        },
    };

    /// <summary>The rank of a kind of source.</summary>
    public int Rank(SourceKind kind) => kind switch
    {
        SourceKind.Worn => Worn,
        SourceKind.Phone => Phone,
        SourceKind.App => App,
        SourceKind.Manual => Manual,
        _ => Unknown,
    };
}
