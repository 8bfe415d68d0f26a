using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Bearable;

/// <summary>Bearable's words and scales. Names are the person's own, in any language.</summary>
internal static class BearableWords
{
    /// <summary>Its four severities on our scale of 0 to 10; other words are a scale of the person's own.</summary>
    private static readonly Dictionary<string, double> Severities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = 0,
        ["mild"] = 2,
        ["moderate"] = 5,
        ["severe"] = 8,
        ["unbearable"] = 10,
        ["0"] = 0,
        ["1"] = 2,
        ["2"] = 5,
        ["3"] = 8,
        ["4"] = 10,
    };

    private static readonly string[] Twitches = ["twitch", "fascicul", "spasm", "jerk", "zuck"];
    private static readonly string[] Cramps = ["cramp", "krampf", "calambre"];

    private static readonly (string Word, Metric Metric)[] Symptoms =
    [
        ("headache", Metric.HeadacheSeverity),
        ("fatigue", Metric.FatigueSeverity),
        ("nausea", Metric.NauseaSeverity),
        ("bloating", Metric.BloatingSeverity),
        ("dizz", Metric.DizzinessSeverity),
        ("back pain", Metric.LowerBackPainSeverity),
        ("body ache", Metric.BodyAcheSeverity),
        ("fever", Metric.FeverSeverity),
        ("diarrh", Metric.DiarrheaSeverity),
        ("vomit", Metric.VomitingSeverity),
    ];

    /// <summary>Places that a symptom's name may hold, longest first.</summary>
    private static readonly string[] Places = ["eyelid", "thigh", "calf", "knee", "shin", "foot", "hand", "thumb", "tongue", "jaw", "face", "neck", "back", "shoulder", "arm"];

    internal static double? Severity(string? word) => word is not null && Severities.TryGetValue(word, out var known) ? known : null;

    internal static bool IsTwitch(string name) => Twitches.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    internal static bool IsCramp(string name) => Cramps.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) && !name.Contains("abdominal", StringComparison.OrdinalIgnoreCase);

    internal static Metric? MetricOf(string name)
    {
        foreach (var (word, metric) in Symptoms)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return metric;
            }
        }

        return null;
    }

    internal static string? PlaceOf(string name) => Places.FirstOrDefault(place => name.Contains(place, StringComparison.OrdinalIgnoreCase)) is { } found ? found == "arm" ? "upper_arm" : found : null;

    internal static Core.Diary.Side? SideOf(string name) =>
        name.Contains("left", StringComparison.OrdinalIgnoreCase) ? Core.Diary.Side.Left
        : name.Contains("right", StringComparison.OrdinalIgnoreCase) ? Core.Diary.Side.Right
        : null;
}
