using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>Names of fields, ours first: the API's second version, then its first one, then the headers of the trends table.</summary>
internal static class OuraWords
{
    /// <summary>Arrays in the old JSON export, by category; some exports put them into an object with <c>data</c>.</summary>
    internal static readonly string[] Categories =
    [
        "sleep", "sleepmodel", "daily_sleep", "daily_activity", "daily_readiness", "activity", "readiness", "heartrate", "heart_rate", "workout", "workouts",
        "session", "sessions", "tag", "tags", "enhanced_tag", "daily_spo2", "daily_stress", "daily_resilience", "daily_cardiovascular_age", "vo2_max",
        "rest_mode_period", "sleep_time", "personal_info",
    ];

    /// <summary>What tags say that a symptom is there; how bad it is they do not say.</summary>
    internal static readonly IReadOnlyDictionary<string, Metric> Symptoms = new Dictionary<string, Metric>(StringComparer.Ordinal)
    {
        ["headache"] = Metric.HeadacheSeverity,
        ["migraine"] = Metric.HeadacheSeverity,
        ["nausea"] = Metric.NauseaSeverity,
        ["cramps"] = Metric.AbdominalCrampsSeverity,
        ["bloating"] = Metric.BloatingSeverity,
        ["back_pain"] = Metric.LowerBackPainSeverity,
        ["fever"] = Metric.FeverSeverity,
        ["cough"] = Metric.CoughingSeverity,
        ["sore_throat"] = Metric.SoreThroatSeverity,
        ["diarrhea"] = Metric.DiarrheaSeverity,
        ["night_sweats"] = Metric.NightSweatsSeverity,
        ["dizziness"] = Metric.DizzinessSeverity,
    };

    /// <summary>The symptom a tag's code ends with, or null.</summary>
    internal static Metric? SymptomOf(string code)
    {
        foreach (var (word, metric) in Symptoms)
        {
            if (code.EndsWith(word, StringComparison.Ordinal))
            {
                return metric;
            }
        }

        return null;
    }

    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["day"] = ["summary_date", "date"],
        ["total_sleep_duration"] = ["total"],
        ["deep_sleep_duration"] = ["deep"],
        ["light_sleep_duration"] = ["light"],
        ["rem_sleep_duration"] = ["rem"],
        ["awake_time"] = ["awake"],
        ["time_in_bed"] = ["duration", "Total Bedtime"],
        ["average_hrv"] = ["rmssd", "Average HRV"],
        ["lowest_heart_rate"] = ["hr_lowest", "Lowest Resting Heart Rate"],
        ["average_heart_rate"] = ["hr_average", "Average Resting Heart Rate"],
        ["average_breath"] = ["breath_average", "Respiratory Rate"],
        ["sleep_phase_5_min"] = ["hypnogram_5min"],
        ["active_calories"] = ["cal_active", "Activity Burn"],
        ["total_calories"] = ["cal_total", "Total Burn"],
        ["temperature_deviation"] = ["temperature_delta", "Temperature Deviation (°C)"],
    };

    private static readonly Dictionary<string, string[]> All = Others.ToDictionary(name => name.Key, name => (string[])[name.Key, .. name.Value]);

    /// <summary>All names of a field.</summary>
    internal static string[] NamesOf(string field) => All.TryGetValue(field, out var names) ? names : [field];
}
