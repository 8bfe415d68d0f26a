using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>How the wearer walks against their own usual. Never a flag of its own: what persists here only makes RF2 ask its questions.</summary>
internal static class Gait
{
    public const int MetricsNeeded = 3;
    public const double HarmfulZ = 2.0;
    public const double AsymmetryFloor = 1.0, DoubleSupportFloor = 0.5, SpeedFloor = 0.03, StepLengthFloor = 1;

    public const string BeyondName = "gait_metrics_beyond_usual", AsymmetryZName = "walking_asymmetry_z";

    private static readonly (Metric Metric, double Floor, int Harm, string Name)[] Metrics =
    [
        (Metric.WalkingAsymmetryPercent, AsymmetryFloor, 1, AsymmetryZName),
        (Metric.DoubleSupportPercent, DoubleSupportFloor, 1, "double_support_z"),
        (Metric.WalkingSpeedMps, SpeedFloor, -1, "walking_speed_z"),
        (Metric.WalkingStepLengthCm, StepLengthFloor, -1, "walking_step_length_z"),
    ];

    /// <summary>Through the gate like a pattern, but not among the rules: it says nothing by itself.</summary>
    public static RiskFactor Factor { get; } = new()
    {
        Id = "gait",
        Key = "gait",
        Name = "Gait",
        Version = "1",
        Looks = "Compares asymmetry, double support, speed and step length with your own usual.",
        Formula = FormattableString.Invariant($"Of at least {MetricsNeeded} metrics, how many are {HarmfulZ:0.0} spreads or the ladder's flag step worse than usual: one is grade 1, two or more are 2."),
        EvidenceTag = "C",
        Basis = "Speed and step length of phones are good, double support is weak [Werner2023].",
        CannotSee = "Shoes, bags, ground, company.",
        Advice = [],
        Grade = Grade,
        IsPersonal = true,
        FirstSeen = history => Seen.First(history, [.. Metrics.Select(metric => metric.Metric)]),
        Says = _ => "",
    };

    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        var series = history.Once(days => new Series(days)).ByMetric;
        var (known, beyond) = (0, 0);
        var numbers = new List<(string, double?)>(Metrics.Length);
        for (var i = 0; i < Metrics.Length; i++)
        {
            var (_, floor, harm, name) = Metrics[i];
            if (series[i].At(day) is { } source && source.Values[day] is { } value
                && Baseline.Of(source.Usual, baselineDay, floor) is { } usual && harm * usual.Z(value) is { } z)
            {
                known++;
                beyond += IsBeyond(z, usual.Phi) ? 1 : 0;
                numbers.Add((name, z));
            }
        }

        var evidence = Evidence.Of([.. numbers, (BeyondName, known >= MetricsNeeded ? beyond : null)]);
        return known < MetricsNeeded
            ? DayGrade.NotKnown(FormattableString.Invariant($"{known} of {MetricsNeeded} walking metrics can be compared")) with { Evidence = evidence }
            : new DayGrade { Grade = GradeOf(beyond), IsClean = beyond == 0, Evidence = evidence };
    }

    internal static bool IsBeyond(double z, double phi) => SixDecimals.Of(z) >= Math.Max(HarmfulZ, Ladder.Z2(phi));

    internal static int GradeOf(int beyond) => Math.Min(beyond, 2);

    private sealed class Series(History history)
    {
        public BySource[] ByMetric { get; } = [.. Metrics.Select(metric => new BySource(history, day => day.Find(metric.Metric)))];
    }
}
